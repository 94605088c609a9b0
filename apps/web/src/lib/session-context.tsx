'use client';
import { getMe, type Me } from '@k12/contracts/identity/me';
import { useLocale } from 'next-intl';
import {
  createContext,
  type ReactNode,
  startTransition,
  useContext,
  useEffect,
  useMemo,
  useState,
} from 'react';
import useSWR, { SWRConfig, useSWRConfig } from 'swr';
import { callApi, setSchoolOfTab } from './api/browser.ts';
import { isKeyOf } from './api/keys.ts';
import { makeWayForOther } from './api/recovery.ts';
import { listenToTabs } from './api/tabs.ts';
import { paths } from './paths.ts';

interface Session {
  me: Me;
  /** The school chosen in this tab; null means all of them. */
  school_id: string | null;
  locale: string;
  chooseSchool: (id: string | null) => void;
}

const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('This part belongs inside a signed-in page');
  return session;
}

const schoolKey = 'homeroom_school';

/** The choice belongs to the tab and survives its reload; two tabs on two schools never meet (UXP-07). */
function useSchoolOfTab(me: Me) {
  const [school_id, setSchool] = useState<string | null>(null);
  useEffect(() => {
    const remembered = sessionStorage.getItem(schoolKey);
    const known = me.schools.some((school) => school.id === remembered);
    if (!remembered || !known) return;
    setSchoolOfTab(remembered);
    // Parts that still wake up stay as they are until they have.
    startTransition(() => setSchool(remembered));
  }, [me.schools]);
  const chooseSchool = (id: string | null) => {
    if (id) sessionStorage.setItem(schoolKey, id);
    else sessionStorage.removeItem(schoolKey);
    setSchoolOfTab(id);
    setSchool(id);
  };
  return { school_id, chooseSchool };
}

/** The signed-in person and the cache of their data; both end together. */
export function SessionProvider({ me: first, children }: { me: Me; children: ReactNode }) {
  const locale = useLocale();
  // Rights may change while the page is open; the navigation follows with the next look at the tab, and a change of
  // the own record at once.
  const { data: me = first } = useSWR(`${first.user.id}|${getMe.name}`, () => readMeAgain(first), {
    fallbackData: first,
    revalidateOnMount: false,
  });
  const { school_id, chooseSchool } = useSchoolOfTab(me);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the function only writes
  const session = useMemo<Session>(() => ({ me, school_id, locale, chooseSchool }), [me, school_id, locale]);
  return (
    <SessionContext value={session}>
      <SWRConfig value={{ dedupingInterval: 2_000, revalidateOnFocus: true, errorRetryCount: 0 }}>
        <OtherTabs />
        {children}
      </SWRConfig>
    </SessionContext>
  );
}

/** The page stays that of the person it was made for: somebody else's answer never takes its place (UXP-40). */
async function readMeAgain(first: Me): Promise<Me> {
  const now = await callApi(getMe, {});
  if (now.user.id === first.user.id) return now;
  makeWayForOther();
  return first;
}

function OtherTabs() {
  const { mutate } = useSWRConfig();
  useEffect(
    () =>
      listenToTabs((message) => {
        // A full load, so that nothing of the person before stays in memory (UXP-12, UXP-40).
        if (message.kind === 'signed_out') window.location.replace(paths.login());
        else if (message.kind === 'changed')
          void mutate((key) => message.prefixes.some((prefix) => isKeyOf(key, prefix)));
      }),
    [mutate],
  );
  return null;
}
