// biome-ignore-all lint/a11y/useSemanticElements: only what is in sight of a large sheet exists as elements
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid keeps the focus and names its active cell
'use client';
import type { GradebookColumn } from '@k12/contracts/teaching/gradebook';
import { Menu, MenuItem } from '@k12/ui/menu';
import clsx from 'clsx';
import { useFormatter, useTranslations } from 'next-intl';
import { memo } from 'react';
import type { SheetStore } from './sheet-store.ts';
import type { Sizes } from './use-window.ts';

interface Props {
  store: SheetStore;
  version: number;
  columns: readonly GradebookColumn[];
  rowsCount: number;
  sizes: Sizes;
  widths: { name: number; total: number; label: number };
  first: number;
  last: number;
  activeColumn: number;
  hidden: ReadonlyMap<string, number>;
  onAction: (column: GradebookColumn, action: ColumnAction) => void;
  onSort: (by: string) => void;
}

export type ColumnAction = 'sort' | 'fill' | 'curve' | 'post' | 'statistics' | 'history';
const actions: readonly ColumnAction[] = ['sort', 'fill', 'curve', 'post', 'statistics', 'history'];

export const groupHeight = 28;

/** Categories over the names of assignments; stays on top while rows move under it (TCH-91). */
export const SheetHeader = memo(function SheetHeader(props: Props) {
  const { store, columns, rowsCount, sizes, widths, onSort } = props;
  const t = useTranslations('teaching-gradebook');
  const { total_shown } = store.book.course;
  const lead = 'sticky start-0 z-20 flex bg-canvas';
  return (
    <div role="rowgroup" className="sticky top-0 z-20 bg-canvas" style={{ height: sizes.head }}>
      <div role="row" aria-rowindex={1} className="relative flex" style={{ height: groupHeight }}>
        <div
          role="columnheader"
          aria-colindex={1}
          aria-colspan={3}
          className={clsx(
            lead,
            'items-center border-e border-b border-line px-2.5 text-mini font-semibold text-ink-2',
          )}
          style={{ width: sizes.lead }}
        >
          {t('students', { count: rowsCount })}
        </div>
        {groupsOf(store, columns).map((group) => (
          <div
            key={group.start}
            role="columnheader"
            aria-colindex={group.start + 4}
            aria-colspan={group.count}
            data-subject={group.color}
            className="absolute inset-y-0 flex items-center overflow-clip border-e border-b border-line px-2.5 text-mini font-semibold text-ink-2"
            style={{
              insetInlineStart: sizes.lead + group.start * sizes.column,
              width: group.count * sizes.column,
            }}
          >
            <span
              className="sticky flex items-center gap-2 whitespace-nowrap"
              style={{ insetInlineStart: sizes.lead + 10 }}
            >
              <span aria-hidden className="size-2 rounded-small bg-subject" />
              <span>
                {group.name === null ? t('uncategorised') : <bdi>{group.name}</bdi>}
                {group.weight !== null && ` ${t('percent', { value: group.weight })}`}
                {group.drops > 0 && `, ${t('lowestDropped', { count: group.drops })}`}
              </span>
            </span>
          </div>
        ))}
      </div>
      <div
        role="row"
        aria-rowindex={2}
        className="relative flex"
        style={{ height: sizes.head - groupHeight }}
      >
        <div className={lead} style={{ width: sizes.lead }}>
          <HeadButton index={1} width={widths.name} label={t('student')} onPress={() => onSort('name')} />
          <HeadButton
            index={2}
            width={widths.total}
            label={t('total')}
            hint={t(total_shown === 'so_far' ? 'soFar' : 'ifNothingMore')}
            end
            onPress={() => onSort('total')}
          />
          <div
            role="columnheader"
            aria-colindex={3}
            className="border-e border-b border-line"
            style={{ width: widths.label }}
          >
            <span className="hidden-visually">{t('letter')}</span>
          </div>
        </div>
        {columns.slice(props.first, props.last + 1).map((column, at) => (
          <ColumnHead key={column.id} {...props} column={column} place={props.first + at} />
        ))}
      </div>
    </div>
  );
});

interface HeadProps {
  index: number;
  width: number;
  label: string;
  hint?: string;
  end?: boolean;
  onPress: () => void;
}

function HeadButton({ index, width, label, hint, end, onPress }: HeadProps) {
  return (
    <div
      role="columnheader"
      aria-colindex={index}
      className="border-e border-b border-line"
      style={{ width }}
    >
      <button
        type="button"
        tabIndex={-1}
        onClick={onPress}
        className={clsx(
          'flex size-full flex-col justify-end px-2.5 pb-2 text-mini text-ink-2',
          end ? 'items-end' : 'items-start',
        )}
      >
        <span className="font-semibold text-ink">{label}</span>
        {hint && <span>{hint}</span>}
      </button>
    </div>
  );
}

function ColumnHead({
  column,
  place,
  sizes,
  hidden,
  activeColumn,
  onAction,
  store,
}: Props & { column: GradebookColumn; place: number }) {
  const t = useTranslations('teaching-gradebook');
  const format = useFormatter();
  const canEdit = store.book.can.edit;
  const count = hidden.get(column.id) ?? 0;
  const due = column.due_at
    ? format.dateTime(new Date(column.due_at), {
        day: 'numeric',
        month: 'short',
        timeZone: store.book.course.time_zone,
      })
    : null;
  const facts = [
    column.grading_type === 'ungraded' ? null : t('points', { points: column.points_possible }),
    due,
    count > 0 ? t('hidden', { count }) : null,
  ].filter((fact) => fact !== null);
  return (
    <div
      role="columnheader"
      aria-colindex={place + 4}
      className={clsx(
        'absolute inset-y-0 border-e border-b border-line',
        place === activeColumn && 'bg-board-tint',
      )}
      style={{ insetInlineStart: sizes.lead + place * sizes.column, width: sizes.column }}
    >
      <Menu
        trigger={
          <button
            type="button"
            tabIndex={-1}
            title={column.title}
            className="flex size-full flex-col items-start justify-end overflow-hidden px-2.5 pb-2 text-start text-mini text-ink-2 hover:bg-sunken"
          >
            <bdi className="line-clamp-2 font-semibold text-ink">{column.title}</bdi>
            <span className="line-clamp-2">{facts.join(' · ')}</span>
          </button>
        }
      >
        {actions
          .filter((action) => canEdit || action === 'sort' || action === 'statistics' || action === 'history')
          .map((action) => (
            <MenuItem key={action} onPress={() => onAction(column, action)}>
              {t(`actions.${action}`)}
            </MenuItem>
          ))}
      </Menu>
    </div>
  );
}

interface Group {
  start: number;
  count: number;
  name: string | null;
  weight: string | null;
  drops: number;
  color: string;
}

function groupsOf(store: SheetStore, columns: readonly GradebookColumn[]): Group[] {
  const { categories, course } = store.book;
  const groups: Group[] = [];
  let before: string | null | undefined;
  for (const [at, { category_id }] of columns.entries()) {
    const open = groups.at(-1);
    if (open && category_id === before) open.count += 1;
    else {
      const category = categories.find(({ id }) => id === category_id);
      groups.push({
        start: at,
        count: 1,
        name: category?.name ?? null,
        weight:
          category && course.calculation === 'weighted' ? String(Number(category.weight_percent)) : null,
        drops: category?.drop_lowest ?? 0,
        color: category?.color ?? 'olive',
      });
    }
    before = category_id;
  }
  return groups;
}
