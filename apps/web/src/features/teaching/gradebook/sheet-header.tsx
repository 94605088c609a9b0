// biome-ignore-all lint/a11y/useSemanticElements: only what is in sight of a large sheet exists as elements
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid keeps the focus and names its active cell
'use client';
import type { SheetFilters } from '@k12/contracts/teaching/gradebook-views';
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { memo } from 'react';
import { ColumnHead, WidthHandle } from './column-head.tsx';
import type { GridProps } from './sheet-grid.tsx';
import { groupHeight, nameKey, type SheetSizes } from './sheet-sizes.ts';

interface Props
  extends Pick<
    GridProps,
    | 'store'
    | 'view'
    | 'rows'
    | 'columns'
    | 'arranged'
    | 'groupName'
    | 'states'
    | 'onAction'
    | 'onSort'
    | 'onWidth'
    | 'onMove'
  > {
  /** Of the store: rows and columns are others when it is another. */
  frame: string;
  sizes: SheetSizes;
  first: number;
  last: number;
  activeColumn: number;
}

/** Groups over the names of assignments; stays on top while rows move under it (TCH-91). */
export const SheetHeader = memo(function SheetHeader(props: Props) {
  const { columns, sizes, first, last } = props;
  const { frozen } = sizes;
  const heads = (from: number, to: number) =>
    columns
      .slice(from, to)
      .map((column, step) => (
        <ColumnHead
          key={column.id}
          store={props.store}
          column={column}
          place={from + step}
          start={sizes.starts[from + step] ?? 0}
          width={sizes.widths[from + step] ?? 0}
          isFrozen={from + step < frozen}
          hidden={props.states.get(column.id)?.hidden ?? 0}
          isActive={from + step === props.activeColumn}
          onAction={props.onAction}
          onWidth={props.onWidth}
          onMove={props.onMove}
        />
      ));
  return (
    <div role="rowgroup" className="sticky top-0 z-20 bg-canvas" style={{ height: sizes.head }}>
      <GroupRow {...props} />
      <div
        role="row"
        aria-rowindex={2}
        className="relative flex"
        style={{ height: sizes.head - groupHeight }}
      >
        <div role="presentation" className="sticky start-0 z-20 bg-canvas" style={{ width: sizes.lead }}>
          <LeadHeads {...props} />
          {heads(0, frozen)}
        </div>
        {heads(frozen + first, frozen + last + 1)}
      </div>
    </div>
  );
});

function GroupRow({ rows, arranged, groupName, sizes }: Props) {
  const t = useTranslations('teaching-gradebook');
  const { frozen, starts, widths } = sizes;
  return (
    <div role="row" aria-rowindex={1} className="relative flex" style={{ height: groupHeight }}>
      <div
        role="columnheader"
        aria-colindex={1}
        aria-colspan={3 + frozen}
        className="sticky start-0 z-20 flex items-center border-e border-b border-line bg-canvas px-2.5 text-mini font-semibold text-ink-2"
        style={{ width: sizes.lead }}
      >
        {t('students', { count: rows.length })}
      </div>
      {arranged.groups.map(({ start, count, id }) => {
        const { name, color, note } = groupName(id);
        const end = frozen + start + count - 1;
        const from = starts[frozen + start] ?? 0;
        return (
          <div
            key={start}
            role="columnheader"
            aria-colindex={frozen + start + 4}
            aria-colspan={count}
            data-subject={color}
            className="absolute inset-y-0 flex items-center overflow-clip border-e border-b border-line px-2.5 text-mini font-semibold text-ink-2"
            style={{ insetInlineStart: from, width: (starts[end] ?? 0) + (widths[end] ?? 0) - from }}
          >
            <span
              className="sticky flex items-center gap-2 whitespace-nowrap"
              style={{ insetInlineStart: sizes.lead + 10 }}
            >
              <span aria-hidden className="size-2 rounded-small bg-subject" />
              <span>
                <bdi>{name}</bdi>
                {note}
              </span>
            </span>
          </div>
        );
      })}
    </div>
  );
}

function LeadHeads({ store, view, sizes, onSort, onWidth }: Props) {
  const t = useTranslations('teaching-gradebook');
  const { total_shown } = store.book.course;
  return (
    <div role="presentation" className="flex h-full">
      <HeadButton index={1} width={sizes.name} label={t('student')} by="name" {...{ view, onSort }}>
        <WidthHandle width={sizes.name} onWidth={(width) => onWidth(nameKey, width)} />
      </HeadButton>
      <HeadButton
        index={2}
        width={sizes.total}
        label={t('total')}
        hint={t(total_shown === 'so_far' ? 'soFar' : 'ifNothingMore')}
        by="total"
        end
        {...{ view, onSort }}
      />
      <div
        role="columnheader"
        aria-colindex={3}
        className="border-e border-b border-line"
        style={{ width: sizes.label }}
      >
        <span className="hidden-visually">{t('letter')}</span>
      </div>
    </div>
  );
}

interface HeadProps extends Pick<Props, 'view' | 'onSort'> {
  index: number;
  width: number;
  label: string;
  by: SheetFilters['sort']['by'];
  hint?: string;
  end?: boolean;
  children?: React.ReactNode;
}

function HeadButton({ index, width, label, hint, end, by, view, onSort, children }: HeadProps) {
  const { sort } = view;
  const sorted = sort.by === by ? (sort.descending ? 'descending' : 'ascending') : 'none';
  return (
    <div
      role="columnheader"
      aria-colindex={index}
      aria-sort={sorted}
      className="relative border-e border-b border-line"
      style={{ width }}
    >
      <button
        type="button"
        tabIndex={-1}
        onClick={() => onSort(by)}
        className={clsx(
          'flex size-full flex-col justify-end px-2.5 pb-2 text-mini text-ink-2',
          end ? 'items-end' : 'items-start',
        )}
      >
        <span className="font-semibold text-ink">
          {label}
          {sorted !== 'none' && by !== 'name' && <span aria-hidden>{sort.descending ? ' ↓' : ' ↑'}</span>}
        </span>
        {hint && <span>{hint}</span>}
      </button>
      {children}
    </div>
  );
}
