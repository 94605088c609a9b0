import type { ReactNode } from 'react';

export type EmptyStateProps = {
  icon?: ReactNode;
  title: ReactNode;
  /** What belongs here and why there is nothing: never left out (UXP-49). */
  children: ReactNode;
  /** The one thing to do next. */
  action?: ReactNode;
  level?: 2 | 3 | undefined;
};

export function EmptyState({ icon, title, children, action, level = 2 }: EmptyStateProps) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <div className="mx-auto flex max-w-md flex-col items-center gap-2 px-4 py-12 text-center">
      {icon && (
        <div className="mb-1 flex size-11 items-center justify-center rounded-full bg-sunken text-ink-3 [&_svg]:size-5">
          {icon}
        </div>
      )}
      <Heading className="text-large font-semibold">{title}</Heading>
      <div className="text-body text-ink-2">{children}</div>
      {action && <div className="mt-3">{action}</div>}
    </div>
  );
}
