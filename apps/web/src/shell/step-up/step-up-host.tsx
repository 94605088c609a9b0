'use client';
import type { getMe } from '@k12/contracts/identity/me';
import dynamic from 'next/dynamic';
import { useCallback, useEffect, useState } from 'react';
import { useSWRConfig } from 'swr';
import { Refusal, sendLight } from '@/lib/api/light.ts';
import { answerRecovery, type Recovery } from '@/lib/api/recovery.ts';
import { useSession } from '@/lib/session-context.tsx';
import { useIdleEnd } from './use-idle-end.ts';

const ConfirmDialog = dynamic(() => import('./confirm-dialog.tsx').then((module) => module.ConfirmDialog));
const SignInDialog = dynamic(() => import('./sign-in-dialog.tsx').then((module) => module.SignInDialog));
const IdleDialog = dynamic(() => import('./idle-dialog.tsx').then((module) => module.IdleDialog));
const OtherPersonDialog = dynamic(() =>
  import('./other-person-dialog.tsx').then((module) => module.OtherPersonDialog),
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
  const checkPerson = useCallback(async () => {
    const isSame = (await whoIsSignedIn()) === me.user.id;
    if (!isSame) setOther(true);
    return isSame;
  }, [me.user.id]);

  useEffect(
    () =>
      answerRecovery({
        ask: (recovery) => new Promise((answer) => setAsked({ recovery, answer })),
        checkPerson,
      }),
    [checkPerson],
  );
  useReloadFromHistory();

  const close = async (cured: boolean) => {
    const isSame = !cured || (await checkPerson());
    asked?.answer(cured && isSame);
    setAsked(null);
    if (!cured || !isSame) return;
    idle.restart();
    if (asked?.recovery === 'sign_in') void mutate(() => true);
  };

  if (isOther) return <OtherPersonDialog />;
  if (asked?.recovery === 'confirm') return <ConfirmDialog onClose={close} />;
  if (asked?.recovery === 'sign_in') return <SignInDialog onClose={close} />;
  return idle.endsAt && <IdleDialog endsAt={idle.endsAt} onStay={idle.stay} onEnd={idle.end} />;
}

/** Null where nobody is, or where the sign-in still owes a step. */
async function whoIsSignedIn(): Promise<string | null> {
  try {
    return (await sendLight<typeof getMe>('GET', '/me')).user.id;
  } catch (error) {
    if (error instanceof Refusal && error.status < 500) return null;
    throw error;
  }
}

/** A page that the browser kept whole must not show what belonged to somebody who has left (IDN-84). */
function useReloadFromHistory() {
  useEffect(() => {
    const reload = (event: PageTransitionEvent) => event.persisted && window.location.reload();
    addEventListener('pageshow', reload);
    return () => removeEventListener('pageshow', reload);
  }, []);
}
