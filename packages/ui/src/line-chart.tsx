'use client';
import { ChartFrame, ChartTable } from './chart-frame.tsx';
import type { Subject } from './tone.tsx';
import { useSurroundings } from './ui-provider.tsx';

export type Line = {
  label: string;
  subject?: Subject | undefined;
  /** One per point; null where there is nothing. */
  values: readonly (number | null)[];
};

export type LineChartProps = {
  title: string;
  /** One sentence that says what there is to see. */
  summary: string;
  /** Names of the points, along the way of reading. */
  points: readonly string[];
  lines: readonly Line[];
  min?: number | undefined;
  max?: number | undefined;
  format?: ((value: number) => string) | undefined;
  /** Head of the first column of the table behind the chart. */
  pointHead: string;
};

const width = 320;
const height = 120;

/** The parts of a line between gaps, each as the points of a polyline. */
function strokes(values: Line['values'], place: (value: number, at: number) => string): string[] {
  const parts: string[][] = [[]];
  values.forEach((value, at) => {
    if (value === null) parts.push([]);
    else parts.at(-1)?.push(place(value, at));
  });
  return parts.filter((part) => part.length > 0).map((part) => part.join(' '));
}

function Drawing({
  lines,
  points,
  low,
  high,
}: {
  lines: readonly Line[];
  points: number;
  low: number;
  high: number;
}) {
  const span = high - low || 1;
  const place = (value: number, at: number) =>
    `${((at / Math.max(1, points - 1)) * width).toFixed(1)},${(height - ((value - low) / span) * height).toFixed(1)}`;
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      className="paint h-36 w-full overflow-visible border-b border-line-strong rtl:-scale-x-100"
    >
      {[0, 0.5].map((share) => (
        <line key={share} x1="0" x2={width} y1={share * height} y2={share * height} stroke="var(--line)" />
      ))}
      {lines.map(({ label, subject, values }) => (
        <g key={label} data-subject={subject}>
          {strokes(values, place).map((part) => (
            <polyline
              key={part}
              points={part}
              fill="none"
              stroke="var(--subject)"
              strokeWidth="2"
              strokeLinejoin="round"
              vectorEffect="non-scaling-stroke"
            />
          ))}
        </g>
      ))}
    </svg>
  );
}

/** Lines named at their end, a sentence that says it, and the table behind. */
export function LineChart(props: LineChartProps) {
  const { title, summary, points, lines, min, max, format, pointHead } = props;
  const { locale } = useSurroundings();
  const all = lines.flatMap(({ values }) => values.filter((value) => value !== null));
  const low = min ?? Math.min(...all);
  const high = max ?? Math.max(...all);
  const say = format ?? ((value: number) => new Intl.NumberFormat(locale).format(value));
  const said = (value: number | null | undefined) =>
    value === null || value === undefined ? '–' : say(value);
  const rows = points.map((point, at) => [point, ...lines.map(({ values }) => said(values[at]))]);
  const heads = [pointHead, ...lines.map(({ label }) => label)];
  return (
    <ChartFrame
      title={title}
      summary={summary}
      table={<ChartTable label={title} heads={heads} rows={rows} />}
    >
      <div
        aria-hidden
        className="grid grid-cols-[auto_minmax(0,1fr)_auto] gap-x-3 text-mini text-ink-3 tabular-nums"
      >
        <div className="flex h-36 flex-col justify-between text-end">
          <span>{say(high)}</span>
          <span>{say(low)}</span>
        </div>
        <Drawing lines={lines} points={points.length} low={low} high={high} />
        <div className="relative h-36 w-20">
          {lines.map(({ label, subject, values }) => {
            const last = values.findLast((value) => value !== null) ?? low;
            const share = (last - low) / (high - low || 1);
            return (
              <span
                key={label}
                data-subject={subject}
                className="absolute start-0 translate-y-1/2 truncate font-medium text-ink-2"
                style={{ bottom: `${share * 100}%` }}
              >
                {label} {said(last)}
              </span>
            );
          })}
        </div>
        <span />
        <div className="flex justify-between pt-1">
          <span>{points[0]}</span>
          <span>{points.at(-1)}</span>
        </div>
      </div>
    </ChartFrame>
  );
}
