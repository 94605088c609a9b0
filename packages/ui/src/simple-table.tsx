import clsx from 'clsx';
import type { ReactNode } from 'react';

export type SimpleColumn<R> = {
  key: string;
  header: ReactNode;
  cell: (row: R) => ReactNode;
  align?: 'start' | 'end' | undefined;
};

export type SimpleTableProps<R> = {
  label: string;
  columns: readonly SimpleColumn<R>[];
  rows: readonly R[];
  rowKey: (row: R) => string;
  /** A last row, such as a sum. */
  footer?: readonly ReactNode[] | undefined;
};

/** A few rows to read: no sorting, no selection, no script. The first column names the row; wide ones scroll in their own region. */
export function SimpleTable<R>({ label, columns, rows, rowKey, footer }: SimpleTableProps<R>) {
  const place = (at: number) =>
    clsx('px-3 py-2', columns[at]?.align === 'end' ? 'text-end tabular-nums' : 'text-start');
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard
      tabIndex={0}
      className="relative overflow-x-auto rounded-card border border-line bg-paper"
    >
      <table className="w-full text-body">
        <thead className="bg-canvas text-mini text-ink-2">
          <tr>
            {columns.map(({ key, header }, at) => (
              <th key={key} scope="col" className={place(at)}>
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line border-t border-line">
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map(({ key, cell }, at) =>
                at === 0 ? (
                  <th key={key} scope="row" className={clsx(place(at), 'font-medium')}>
                    {cell(row)}
                  </th>
                ) : (
                  <td key={key} className={place(at)}>
                    {cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
        {footer && (
          <tfoot className="border-t border-line-strong font-semibold">
            <tr>
              {columns.map(({ key }, at) => (
                <td key={key} className={place(at)}>
                  {footer[at]}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </section>
  );
}
