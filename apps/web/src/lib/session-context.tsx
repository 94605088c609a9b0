'use client';
import type { Me } from '@k12/contracts/identity/me';
import { useRouter } from 'next/navigation';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { SWRConfig, useSWRConfig } from 'swr';
import { setSchoolOfTab } from './api/browser.ts';
import { isKeyOf } from './api/keys.ts';
import { listenToTabs } from './api/tabs.ts';
import { paths } from './paths.ts';

interface Session {
  me: Me;
  /** The school chosen in this tab; null means all of them. */
  school_id: string | null;
  chooseSchool: (id: string | null) => void;
}

const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('This part belongs inside a signed-in page');
  return session;
}

const schoolKey = 'homeroom_school';

interface Props {
  me: Me;
  fallback: Record<string, unknown>;
  children: ReactNode;
}

/** The signed-in person and the cache of their data; both end together. */
export function SessionProvider({ me, fallback, children }: Props) {
  const [school_id, setSchool] = useState<string | null>(null);
  useEffect(() => {
    const remembered = sessionStorage.getItem(schoolKey);
    const known = me.schools.some((school) => school.id === remembered);
    if (remembered && known) {
      setSchoolOfTab(remembered);
      setSchool(remembered);
    }
  }, [me.schools]);
  const session = useMemo<Session>(
    () => ({
      me,
      school_id,
      chooseSchool(id) {
        if (id) sessionStorage.setItem(schoolKey, id);
        else sessionStorage.removeItem(schoolKey);
        setSchoolOfTab(id);
        setSchool(id);
      },
    }),
    [me, school_id],
  );
  return (
    <SessionContext value={session}>
      <SWRConfig value={{ fallback, dedupingInterval: 2_000, revalidateOnFocus: true, errorRetryCount: 0 }}>
        <OtherTabs />
        {children}
      </SWRConfig>
    </SessionContext>
  );
}

function OtherTabs() {
  const { mutate } = useSWRConfig();
  const router = useRouter();
  useEffect(
    () =>
      listenToTabs((message) => {
        if (message.kind === 'signed_out') router.replace(paths.login());
        else mutate((key) => message.prefixes.some((prefix) => isKeyOf(key, prefix)));
      }),
    [mutate, router],
  );
  return null;
}
