import type { ReactNode } from 'react';

export type PrintLayoutProps = {
  title: string;
  /** Above the title: who it comes from. */
  from?: ReactNode;
  /** Beside it: for whom, when, which version. */
  details?: readonly { label: string; value: ReactNode }[] | undefined;
  children: ReactNode;
  /** Repeated at the foot, such as when it was printed and by whom. */
  footer?: ReactNode;
};

/** A sheet of paper on screen, and nothing but the sheet when printed. */
export function PrintLayout({ title, from, details, children, footer }: PrintLayoutProps) {
  return (
    <article
      data-theme="light"
      className="mx-auto max-w-document rounded-small border border-line bg-raised p-8 text-ink tablet:p-12 print:max-w-none print:rounded-none print:border-0 print:p-0"
    >
      {from && <div className="mb-6 text-small text-ink-3">{from}</div>}
      <h1 className="font-serif text-title font-semibold">{title}</h1>
      {details && (
        <dl className="mt-3 flex flex-wrap gap-x-6 gap-y-1 text-small">
          {details.map(({ label, value }) => (
            <div key={label} className="flex gap-1.5">
              <dt className="text-ink-3">{label}</dt>
              <dd className="font-medium">{value}</dd>
            </div>
          ))}
        </dl>
      )}
      <div className="reading mt-6 max-w-none border-t border-line pt-6">{children}</div>
      {footer && <footer className="mt-8 border-t border-line pt-3 text-mini text-ink-3">{footer}</footer>}
    </article>
  );
}
