'use client';
import dynamic from 'next/dynamic';
import { loaded, nothingYet } from '@/lib/loaded-part.tsx';
import { safeNext } from '@/lib/paths.ts';

const TotpSetup = dynamic(
  loaded(() => import('../security/totp-setup.tsx').then((module) => module.TotpSetup)),
  { loading: nothingYet },
);

/** The role needs a second factor and the days of grace are over: it is set up here, then the way is free (IDN-71). */
export function EnrolStep({ next }: { next: string | null }) {
  return <TotpSetup onDone={() => window.location.assign(safeNext(next, '/'))} />;
}
