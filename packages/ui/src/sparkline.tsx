import { useId } from 'react';

export type SparklineProps = {
  /** Says what the line shows: "Total, up from 71 to 84 over six weeks". */
  summary: string;
  values: readonly number[];
  min?: number | undefined;
  max?: number | undefined;
  className?: string | undefined;
};

const width = 96;
const height = 24;
const inset = 2.5;

function points(values: readonly number[], min: number, max: number): [number, number][] {
  const span = max - min || 1;
  const step = (width - 2 * inset) / Math.max(1, values.length - 1);
  return values.map((value, index) => [
    inset + index * step,
    height - inset - ((value - min) / span) * (height - 2 * inset),
  ]);
}

/** The shape of a series beside its number. Time runs the way the reader reads. */
export function Sparkline({ summary, values, min, max, className }: SparklineProps) {
  const id = useId();
  const line = points(values, min ?? Math.min(...values), max ?? Math.max(...values));
  const [x, y] = line.at(-1) ?? [0, 0];
  return (
    <svg
      role="img"
      aria-labelledby={id}
      viewBox={`0 0 ${width} ${height}`}
      className={`paint h-6 w-24 rtl:-scale-x-100 ${className ?? ''}`}
    >
      <title id={id}>{summary}</title>
      <polyline
        points={line.map((point) => point.map((n) => n.toFixed(1)).join(',')).join(' ')}
        fill="none"
        stroke="var(--board)"
        strokeWidth="1.5"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
      <circle cx={x} cy={y} r="2.25" fill="var(--board)" />
    </svg>
  );
}
