'use client';
import clsx from 'clsx';
import { ChartFrame, ChartTable } from './chart-frame.tsx';
import type { Subject } from './tone.tsx';
import { useSurroundings } from './ui-provider.tsx';

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

function OneBar({ bar, top, said }: { bar: Bar; top: number; said: string }) {
  return (
    <div data-subject={bar.subject} className="flex h-full min-w-0 flex-1 flex-col justify-end gap-1">
      <span className="text-center text-mini text-ink-2 tabular-nums">{said}</span>
      <div
        className={clsx(
          'paint mx-auto w-full max-w-14 rounded-t-small',
          bar.highlight ? 'bg-chalk' : 'bg-subject',
        )}
        style={{ height: `${Math.max(0.5, (bar.value / top) * 80)}%` }}
      />
    </div>
  );
}

/** Bars labelled where they stand, a sentence that says it, and the table behind. */
export function BarChart({ title, summary, bars, max, format, columns }: BarChartProps) {
  const { locale } = useSurroundings();
  const top = max ?? Math.max(1, ...bars.map(({ value }) => value));
  const say = format ?? ((value: number) => new Intl.NumberFormat(locale).format(value));
  const rows = bars.map(({ label, value }) => [label, say(value)]);
  return (
    <ChartFrame
      title={title}
      summary={summary}
      table={<ChartTable label={title} heads={columns} rows={rows} />}
    >
      <div aria-hidden>
        <div className="flex h-36 items-end gap-2 border-b border-line-strong">
          {bars.map((bar) => (
            <OneBar key={bar.label} bar={bar} top={top} said={say(bar.value)} />
          ))}
        </div>
        <div className="flex gap-2 pt-1">
          {bars.map(({ label }) => (
            <span key={label} className="min-w-0 flex-1 truncate text-center text-mini text-ink-3">
              {label}
            </span>
          ))}
        </div>
      </div>
    </ChartFrame>
  );
}
