'use client';
import { type MouseEvent, useEffect, useRef } from 'react';

export type FormError = {
  message: string;
  /** The id of the control to go to. */
  field?: string | undefined;
};

export type FormErrorSummaryProps = {
  /** Such as "Two things need your attention". */
  title: string;
  errors: readonly FormError[];
  /** Takes the focus when errors appear, so that nobody has to search for them. */
  focusOnAppear?: boolean | undefined;
};

function goTo(event: MouseEvent<HTMLAnchorElement>, field: string) {
  const control =
    document.getElementById(field) ?? document.querySelector<HTMLElement>(`[name="${CSS.escape(field)}"]`);
  if (!control) return;
  event.preventDefault();
  control.scrollIntoView({ block: 'center' });
  control.focus();
}

export function FormErrorSummary({ title, errors, focusOnAppear = true }: FormErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  const shown = errors.length > 0;
  useEffect(() => {
    if (shown && focusOnAppear) box.current?.focus();
  }, [shown, focusOnAppear]);
  if (!shown) return null;
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      className="rounded-card border border-bad bg-bad-tint p-4 text-body text-ink"
    >
      <p className="font-semibold">{title}</p>
      <ul className="mt-2 list-disc space-y-1 ps-5">
        {errors.map(({ message, field }) => (
          <li key={`${field}${message}`}>
            {field ? (
              <a
                href={`#${field}`}
                onClick={(event) => goTo(event, field)}
                className="text-bad underline underline-offset-3"
              >
                {message}
              </a>
            ) : (
              message
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
