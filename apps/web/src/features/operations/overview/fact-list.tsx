import type { ReactNode } from 'react';

/** What is known of something, line by line; what is not known has no line. */
export function FactList({ facts }: { facts: readonly [label: string, value: ReactNode][] }) {
  return (
    <dl className="grid gap-x-6 gap-y-2 tablet:grid-cols-[max-content_minmax(0,1fr)]">
      {facts
        .filter(([, value]) => value !== null && value !== undefined && value !== '' && value !== false)
        .map(([label, value]) => (
          <div key={label} className="tablet:contents">
            <dt className="text-ink-3 max-tablet:text-small">{label}</dt>
            <dd className="[overflow-wrap:anywhere]">
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
    </dl>
  );
}

/** As a machine wrote it: from left to right in every language, and scrolled sideways in itself. */
export function Verbatim({ label, children }: { label: string; children: string }) {
  return (
    <section
      aria-label={label}
      dir="ltr"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      className="max-h-80 overflow-auto rounded-card border border-line bg-canvas p-3"
    >
      <pre className="font-mono text-small text-ink">{children}</pre>
    </section>
  );
}
