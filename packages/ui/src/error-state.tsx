import { CloudOff } from 'lucide-react';
import type { ReactNode } from 'react';

export type ErrorStateProps = {
  title: ReactNode;
  /** What happened, what is safe, what to try. */
  children?: ReactNode;
  action?: ReactNode;
  /** The number support can look up. */
  reference?: ReactNode;
  icon?: ReactNode;
  level?: 2 | 3 | undefined;
};

export function ErrorState({ title, children, action, reference, icon, level = 2 }: ErrorStateProps) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <div role="alert" className="mx-auto flex max-w-md flex-col items-center gap-2 px-4 py-12 text-center">
      <div className="mb-1 flex size-11 items-center justify-center rounded-full bg-bad-tint text-bad [&_svg]:size-5">
        {icon ?? <CloudOff aria-hidden />}
      </div>
      <Heading className="text-large font-semibold">{title}</Heading>
      {children && <div className="text-body text-ink-2">{children}</div>}
      {action && <div className="mt-3 flex flex-wrap justify-center gap-2">{action}</div>}
      {reference && <p className="mt-2 text-mini text-ink-3">{reference}</p>}
    </div>
  );
}
