'use client';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useEffect, useEffectEvent, useState } from 'react';
import { useSWRConfig } from 'swr';
import { answerRecovery, checkHolder, makeWayForOther, type Recovery } from '@/lib/api/recovery.ts';
import { listenToTabs } from '@/lib/api/tabs.ts';
import { loaded, nothingYet } from '@/lib/loaded-part.tsx';
import { useSession } from '@/lib/session-context.tsx';
import { findHolder } from './find-holder.ts';
import { useIdleEnd } from './use-idle-end.ts';

const ConfirmDialog = dynamic(
  loaded(() => import('./confirm-dialog.tsx').then((module) => module.ConfirmDialog)),
  { loading: nothingYet },
);
const SignInDialog = dynamic(
  loaded(() => import('./sign-in-dialog.tsx').then((module) => module.SignInDialog)),
  { loading: nothingYet },
);
const IdleDialog = dynamic(
  loaded(() => import('./idle-dialog.tsx').then((module) => module.IdleDialog)),
  { loading: nothingYet },
);
const OtherPersonDialog = dynamic(
  loaded(() => import('./other-person-dialog.tsx').then((module) => module.OtherPersonDialog)),
  { loading: nothingYet },
);

interface Asked {
  recovery: Recovery;
  answer: (cured: boolean) => void;
}

/** Dialogs over the open page, so that neither place nor input is lost when a sign-in runs out (UXP-44, IDN-81). */
export function StepUpHost() {
  const { me } = useSession();
  const { mutate } = useSWRConfig();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [isOther, setOther] = useState(false);
  const idle = useIdleEnd(me.session?.idle_expires_at ?? null);
  const otherWords = useTranslations('stepUp.other')('title');
  const userId = me.user.id;

  useEffect(
    () =>
      answerRecovery({
        ask: (recovery) => new Promise((answer) => setAsked({ recovery, answer })),
        findHolder: () => findHolder(userId),
        showOther: () => setOther(true),
        otherWords,
      }),
    [userId, otherWords],
  );
  useReloadFromHistory();

  const close = async (cured: boolean) => {
    const isOwn = cured && (await checkHolder()) === 'own';
    asked?.answer(isOwn);
    setAsked(null);
    if (!isOwn) return;
    idle.restart();
    if (asked?.recovery === 'sign_in') void mutate(() => true);
  };
  useSignInElsewhere(userId, () => asked?.recovery === 'sign_in' && close(true));

  if (isOther) return <OtherPersonDialog onClose={() => setOther(false)} />;
  if (asked?.recovery === 'confirm') return <ConfirmDialog onClose={close} />;
  if (asked?.recovery === 'sign_in') return <SignInDialog onClose={close} />;
  return idle.endsAt && <IdleDialog endsAt={idle.endsAt} onStay={idle.stay} onEnd={idle.end} />;
}

/** A sign-in in another tab is this tab's too: it goes on for the same person and makes way for another. */
function useSignInElsewhere(userId: string, goOn: () => void) {
  const look = useEffectEvent(async () => {
    const holder = await findHolder(userId);
    if (holder === 'other') makeWayForOther();
    else if (holder === 'own') goOn();
  });
  useEffect(() => listenToTabs((message) => message.kind === 'signed_in' && void look()), []);
}

/** A page that the browser kept whole must not show what belonged to somebody who has left (IDN-84). */
function useReloadFromHistory() {
  useEffect(() => {
    const reload = (event: PageTransitionEvent) => event.persisted && window.location.reload();
    addEventListener('pageshow', reload);
    return () => removeEventListener('pageshow', reload);
  }, []);
}
