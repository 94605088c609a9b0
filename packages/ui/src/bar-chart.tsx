'use client';
import clsx from 'clsx';
import { useId, useState } from 'react';
import { Button } from './button.tsx';
import type { Subject } from './tone.tsx';
import { useSurroundings } from './ui-provider.tsx';
import { useUiText } from './ui-text.tsx';

export type Bar = {
  label: string;
  value: number;
  subject?: Subject | undefined;
  highlight?: boolean | undefined;
};

export type BarChartProps = {
  title: string;
  /** One sentence that says what there is to see. */
  summary: string;
  bars: readonly Bar[];
  max?: number | undefined;
  format?: ((value: number) => string) | undefined;
  /** Heads of the table behind the chart. */
  columns: readonly [string, string];
};

type ViewProps = { bars: readonly Bar[]; top: number; say: (value: number) => string };

function Bars({ bars, top, say }: ViewProps) {
  return (
    <div aria-hidden className="flex h-36 items-end gap-2 border-b border-line-strong">
      {bars.map(({ label, value, subject, highlight }) => (
        <div
          key={label}
          data-subject={subject}
          className="flex h-full min-w-0 flex-1 flex-col justify-end gap-1"
        >
          <span className="text-center text-mini text-ink-2 tabular-nums">{say(value)}</span>
          <div
            className={clsx(
              'paint mx-auto w-full max-w-14 rounded-t-small',
              highlight ? 'bg-chalk' : 'bg-subject',
            )}
            style={{ height: `${Math.max(0.5, (value / top) * 80)}%` }}
          />
        </div>
      ))}
    </div>
  );
}

function BarTable({ bars, say, columns, title }: ViewProps & Pick<BarChartProps, 'columns' | 'title'>) {
  return (
    <table aria-label={title} className="w-full text-small">
      <thead>
        <tr className="border-b border-line text-ink-2">
          <th scope="col" className="py-1.5 text-start">
            {columns[0]}
          </th>
          <th scope="col" className="py-1.5 text-end">
            {columns[1]}
          </th>
        </tr>
      </thead>
      <tbody>
        {bars.map(({ label, value }) => (
          <tr key={label} className="border-b border-line">
            <th scope="row" className="py-1.5 text-start font-regular">
              {label}
            </th>
            <td className="py-1.5 text-end tabular-nums">{say(value)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Bars labelled where they stand, a sentence that says it, and the table behind. */
export function BarChart({ title, summary, bars, max, format, columns }: BarChartProps) {
  const { locale } = useSurroundings();
  const text = useUiText();
  const id = useId();
  const [asTable, setAsTable] = useState(false);
  const top = max ?? Math.max(1, ...bars.map(({ value }) => value));
  const say = format ?? ((value: number) => new Intl.NumberFormat(locale).format(value));
  return (
    <figure aria-labelledby={id} className="flex min-w-0 flex-col gap-2">
      <figcaption className="flex items-start justify-between gap-3">
        <span>
          <span id={id} className="block text-small font-semibold">
            {title}
          </span>
          <span className="block text-small text-ink-3">{summary}</span>
        </span>
        <Button size="small" variant="quiet" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          {asTable ? text.showChart : text.showTable}
        </Button>
      </figcaption>
      {asTable ? (
        <BarTable bars={bars} top={top} say={say} columns={columns} title={title} />
      ) : (
        <div>
          <Bars bars={bars} top={top} say={say} />
          <div aria-hidden className="flex gap-2 pt-1">
            {bars.map(({ label }) => (
              <span key={label} className="min-w-0 flex-1 truncate text-center text-mini text-ink-3">
                {label}
              </span>
            ))}
          </div>
        </div>
      )}
    </figure>
  );
}
