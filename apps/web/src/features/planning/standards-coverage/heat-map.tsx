'use client';
import type { CoverageMeasure, CoverageReport } from '@k12/contracts/planning/coverage';
import clsx from 'clsx';
import { ChevronRight } from 'lucide-react';
import { useTranslations } from 'next-intl';

interface Props {
  report: CoverageReport;
  measure: CoverageMeasure;
  onOpen: (standardId: string) => void;
  onCell: (cell: { standard_id: string; code: string; column: string | null }) => void;
}

type Row = CoverageReport['rows'][number];

/** Four steps that the eye tells apart; the number in each cell says the same without colour (PLN-99). */
const steps = ['14%', '30%', '48%', '100%'] as const;

function shadeOf(count: number, of: number): { className: string; background?: string } {
  if (count === 0) return { className: 'border border-dashed border-line text-ink-3' };
  const step = Math.min(steps.length - 1, Math.ceil((count / Math.max(1, of)) * steps.length) - 1);
  const mixed = `color-mix(in oklab, var(--board) ${steps[step]}, var(--raised))`;
  return { className: step === steps.length - 1 ? 'text-on-board' : 'text-ink', background: mixed };
}

/** Standards by columns; a row opens its branch, a cell what is behind it. Scrolls inside its own region. */
export function HeatMap({ report, measure, onOpen, onCell }: Props) {
  const t = useTranslations('planning-standards.coverage');
  return (
    <section
      aria-label={t('mapLabel')}
      className="relative max-h-[75vh] overflow-auto rounded-card border border-line bg-raised"
    >
      <table className="w-full border-separate border-spacing-0 text-body">
        <thead>
          <tr>
            <th
              scope="col"
              className="sticky start-0 top-0 z-sticky w-64 min-w-40 border-line border-e border-b bg-canvas px-3 py-2 text-start text-mini text-ink-2"
            >
              {t('standard')}
            </th>
            <th
              scope="col"
              className="sticky top-0 min-w-20 border-line border-e border-b bg-canvas px-2 py-2 text-center text-mini text-ink-2"
            >
              {t('all')}
            </th>
            {report.columns.map(({ key, label }) => (
              <th
                key={key}
                scope="col"
                className="sticky top-0 min-w-20 max-w-28 border-line border-b bg-canvas px-1.5 py-2 text-center align-bottom text-mini font-medium text-ink-2 [overflow-wrap:anywhere]"
              >
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {report.rows.map((row) => (
            <HeatRow
              key={row.standard.id}
              row={row}
              report={report}
              measure={measure}
              onOpen={onOpen}
              onCell={onCell}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function HeatRow({ row, report, measure, onOpen, onCell }: Props & { row: Row }) {
  const t = useTranslations('planning-standards.coverage');
  const { standard, denominator } = row;
  const open = (column: string | null) =>
    onCell({ standard_id: standard.id, code: `${standard.code} ${standard.statement}`.trim(), column });
  const name = standard.code || standard.statement;
  return (
    <tr>
      <th
        scope="row"
        className="sticky start-0 z-sticky border-line border-e border-b bg-raised px-3 py-1.5 text-start font-regular"
      >
        {standard.is_leaf ? (
          <RowName code={standard.code} statement={standard.statement} />
        ) : (
          <button
            type="button"
            onClick={() => onOpen(standard.id)}
            className="group flex w-full min-w-0 items-center gap-1.5 rounded-small text-start hover:underline pointer-coarse:min-h-11"
          >
            <RowName code={standard.code} statement={standard.statement} />
            <ChevronRight aria-hidden size={14} className="ms-auto shrink-0 text-ink-3 rtl:-scale-x-100" />
          </button>
        )}
      </th>
      <td className="border-line border-e border-b px-2 py-1.5 text-center text-small tabular-nums">
        {denominator === 0 ? t('notApplicable') : t('fraction', { count: row[measure], all: denominator })}
      </td>
      {report.columns.map(({ key, label }) => {
        const cell = row.cells.find(({ column }) => column === key);
        const count = cell?.[measure] ?? 0;
        return (
          <td key={key} className="border-line border-b p-0.5">
            <Cell
              count={count}
              of={denominator}
              label={t('cell', { name, column: label, count, all: denominator, units: cell?.frequency ?? 0 })}
              onPress={cell ? () => open(key) : undefined}
            />
          </td>
        );
      })}
    </tr>
  );
}

function RowName({ code, statement }: { code: string; statement: string }) {
  return (
    <span className="min-w-0">
      {code && <span className="block text-small font-semibold text-board tabular-nums">{code}</span>}
      <span className="line-clamp-2 text-small text-ink-2">{statement}</span>
    </span>
  );
}

function Cell({
  count,
  of,
  label,
  onPress,
}: {
  count: number;
  of: number;
  label: string;
  onPress: (() => void) | undefined;
}) {
  const { className, background } = shadeOf(count, of);
  const look = clsx(
    'paint flex h-9 w-full items-center justify-center rounded-small text-small font-semibold tabular-nums pointer-coarse:h-11',
    className,
  );
  const style = background === undefined ? undefined : { background };
  if (!onPress) {
    return (
      <span className={look}>
        <span aria-hidden>0</span>
        <span className="hidden-visually">{label}</span>
      </span>
    );
  }
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      onClick={onPress}
      style={style}
      className={clsx(look, 'cursor-pointer focus-visible:-outline-offset-2 hover:brightness-95')}
    >
      {count}
    </button>
  );
}
