'use client';
import { type ReactNode, useId, useState } from 'react';
import { Button } from './button.tsx';
import { useUiText } from './ui-text.tsx';

export type ChartFrameProps = {
  title: string;
  /** One sentence that says what there is to see. */
  summary: string;
  table: ReactNode;
  children: ReactNode;
};

/** Around every chart: its title, its sentence, and the way to the table behind it (UXP-83). */
export function ChartFrame({ title, summary, table, children }: ChartFrameProps) {
  const text = useUiText();
  const id = useId();
  const [asTable, setAsTable] = useState(false);
  return (
    <figure aria-labelledby={id} className="flex min-w-0 flex-col gap-2">
      <figcaption className="flex items-start justify-between gap-3">
        <span>
          <span id={id} className="block text-small font-semibold">
            {title}
          </span>
          <span className="block text-small text-ink-3">{summary}</span>
        </span>
        <Button
          size="small"
          variant="quiet"
          className="shrink-0 whitespace-nowrap"
          aria-pressed={asTable}
          onClick={() => setAsTable(!asTable)}
        >
          {asTable ? text.showChart : text.showTable}
        </Button>
      </figcaption>
      {asTable ? table : children}
    </figure>
  );
}

export type ChartTableProps = {
  label: string;
  heads: readonly string[];
  rows: readonly (readonly string[])[];
};

export function ChartTable({ label, heads, rows }: ChartTableProps) {
  return (
    <table aria-label={label} className="w-full text-small">
      <thead>
        <tr className="border-b border-line text-ink-2">
          {heads.map((head, at) => (
            <th key={head} scope="col" className={at === 0 ? 'py-1.5 text-start' : 'py-1.5 text-end'}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, ...values]) => (
          <tr key={name} className="border-b border-line">
            <th scope="row" className="py-1.5 text-start font-regular">
              {name}
            </th>
            {values.map((value, at) => (
              <td key={heads[at + 1]} className="py-1.5 text-end tabular-nums">
                {value}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
