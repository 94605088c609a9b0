import type { Me } from '@k12/contracts/identity/me';
import type { ReactNode } from 'react';
import { SessionProvider } from '@/lib/session-context.tsx';
import { Shell } from './shell.tsx';

interface Props {
  me: Me;
  fallback: Record<string, unknown>;
  children: ReactNode;
}

/** Session, data of the first paint, and shell: what every signed-in page is wrapped in. */
export function PageFrame({ me, fallback, children }: Props) {
  return (
    <SessionProvider me={me} fallback={fallback}>
      <Shell>
        <div className="mx-auto w-full max-w-page px-4 py-6 tablet:px-8 tablet:py-8">{children}</div>
      </Shell>
    </SessionProvider>
  );
}
