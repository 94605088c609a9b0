import clsx from 'clsx';
import type { Subject } from './tone.tsx';

export type CoverageCell = {
  key: string;
  /** Says what it is and how often: "LS1.5, in 3 units". */
  label: string;
  /** 0 is a hole, drawn as an empty frame; 1 is the strongest. */
  share: number;
};

export type CoverageRow = {
  key: string;
  label: string;
  subject?: Subject | undefined;
  cells: readonly CoverageCell[];
};

export type CoverageStripProps = { label: string; rows: readonly CoverageRow[] };

function Square({ cell }: { cell: CoverageCell }) {
  return (
    <li
      title={cell.label}
      className={clsx(
        'paint h-5 min-w-3 flex-1 rounded-small',
        cell.share > 0 ? 'bg-subject' : 'border border-dashed border-line-control',
      )}
      style={cell.share > 0 ? { opacity: 0.3 + 0.7 * Math.min(1, cell.share) } : undefined}
    >
      <span className="hidden-visually">{cell.label}</span>
    </li>
  );
}

/** One square per thing that should be reached, one row per area: answers “where are the holes?” at a glance. */
export function CoverageStrip({ label, rows }: CoverageStripProps) {
  return (
    <section
      aria-label={label}
      className="grid grid-cols-1 gap-x-4 gap-y-1.5 tablet:grid-cols-[9rem_minmax(0,1fr)]"
    >
      {rows.map(({ key, label: name, subject, cells }) => (
        <div key={key} data-subject={subject} className="contents">
          <p className="self-center text-small text-ink-2">{name}</p>
          <ul aria-label={name} className="flex flex-wrap gap-0.5">
            {cells.map((cell) => (
              <Square key={cell.key} cell={cell} />
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
