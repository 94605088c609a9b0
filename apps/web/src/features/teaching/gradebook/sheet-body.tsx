'use client';
import type { GradebookColumn, GradebookRow } from '@k12/contracts/teaching/gradebook';
import type { SheetFilters, SheetLayout } from '@k12/contracts/teaching/gradebook-views';
import { EmptyState } from '@k12/ui/empty-state';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { paths } from '@/lib/paths.ts';
import type { ColumnAction } from './column-actions.ts';
import { overwrite } from './overwrite.ts';
import { type ArrangedColumns, type ColumnStates, movedBefore } from './sheet-columns.ts';
import type { Opened } from './sheet-dialogs.tsx';
import { SheetFooter } from './sheet-footer.tsx';
import { type GridProps, SheetGrid } from './sheet-grid.tsx';
import { leastWidth, mostWidth, usualWidth } from './sheet-sizes.ts';
import type { SheetStore } from './sheet-store.ts';
import { useSheetEditing } from './use-sheet-editing.ts';
import { useSteady } from './use-steady.ts';

interface Props {
  store: SheetStore;
  version: number;
  mark: '.' | ',';
  view: SheetFilters;
  layout: SheetLayout;
  rows: readonly GradebookRow[];
  arranged: ArrangedColumns;
  states: ColumnStates;
  groupName: GridProps['groupName'];
  now: string;
  grid: React.RefObject<HTMLDivElement | null>;
  onView: (changes: Partial<SheetFilters>) => void;
  onLayout: (changes: Partial<SheetLayout>) => void;
  onOpened: (opened: Opened) => void;
}

type Handlers = Pick<
  GridProps,
  | 'onKeyDown'
  | 'onCopy'
  | 'onPaste'
  | 'onSelect'
  | 'onOpen'
  | 'onDraft'
  | 'onClose'
  | 'onAction'
  | 'onSort'
  | 'onTotal'
  | 'onStudent'
  | 'onWidth'
  | 'onMove'
>;

/** The cells with what is typed into them, and the facts of the chosen one below. */
export function SheetBody({ grid, onView, onLayout, onOpened, ...shared }: Props) {
  const { store, rows, arranged, mark, view, layout } = shared;
  const { columns } = arranged;
  const t = useTranslations('teaching-gradebook');
  const router = useRouter();
  const { id: courseId, decimals_shown } = store.book.course;
  const editing = useSheetEditing({
    ...{ store, rows, columns, mark, grid, canEdit: store.book.can.edit },
    onDetails: (key) => onOpened({ kind: 'cell', key }),
    onGrade: (key) => router.push(paths.gradeWork(courseId, key.assignment_id, key.student_id)),
    onKeys: () => onOpened({ kind: 'keys' }),
    onPasteBlock: (edits) => onOpened({ kind: 'paste', edits }),
  });
  const sort = (by: SheetFilters['sort']['by']) =>
    onView({ sort: { by, descending: view.sort.by === by && !view.sort.descending } });
  const act = (column: GradebookColumn, action: ColumnAction) => {
    const changes = arrangedBy(action, column, layout, arranged);
    if (changes) onLayout(changes);
    else if (action === 'sort') sort(column.id);
    else if (action === 'history') onOpened({ kind: 'history', assignment_id: column.id });
    else if (action === 'fill' || action === 'curve' || action === 'post' || action === 'statistics')
      onOpened({ kind: action, column });
  };
  const handlers = useSteady<Handlers>({
    onKeyDown: editing.onKeyDown,
    onCopy: editing.onCopy,
    onPaste: editing.onPaste,
    onSelect: editing.select,
    onOpen: editing.open,
    onDraft: editing.setText,
    onClose: editing.close,
    onAction: act,
    onSort: sort,
    onTotal: (student_id) => onOpened({ kind: 'explain', student_id, period_id: view.period_id }),
    onStudent: (student_id) => onOpened({ kind: 'student', student_id }),
    onWidth: (key, width) => onLayout({ widths: { ...layout.widths, [key]: width } }),
    onMove: (id, before) => onLayout(moved(layout, arranged, id, before)),
  });
  if (columns.length === 0 || rows.length === 0) {
    return (
      <div className="flex-1 p-8">
        <EmptyState title={t('emptyTitle')}>{t('emptyText')}</EmptyState>
      </div>
    );
  }
  return (
    <>
      <SheetGrid
        {...shared}
        columns={columns}
        selection={editing.selection}
        draft={editing.draft}
        decimals={decimals_shown}
        scroller={grid}
        {...handlers}
      />
      <SheetFooter
        {...{ store, mark, now: shared.now, activeKey: editing.activeKey, selected: editing.selectedKeys }}
        isDropped={
          store
            .total(editing.activeKey.student_id, view.period_id)
            ?.dropped.includes(editing.activeKey.assignment_id) ?? false
        }
        onKeys={() => onOpened({ kind: 'keys' })}
        onUseMine={(key) => overwrite(store, key, mark)}
      />
    </>
  );
}

function moved(
  layout: SheetLayout,
  { columns, frozen }: ArrangedColumns,
  id: string,
  before: string | null,
): Partial<SheetLayout> {
  const isFrozen = (one: string | null) => columns.slice(0, frozen).some((column) => column.id === one);
  if (isFrozen(before)) {
    return { frozen: movedBefore(columns.slice(0, frozen), id, before) };
  }
  const unfrozen = layout.frozen.filter((one) => one !== id);
  return { frozen: unfrozen, order: movedBefore(columns.slice(frozen), id, before) };
}

const step = 24;

/** What an entry of a column's menu changes in the arrangement; null when it is about something else. */
function arrangedBy(
  action: ColumnAction,
  { id }: GradebookColumn,
  layout: SheetLayout,
  arranged: ArrangedColumns,
): Partial<SheetLayout> | null {
  const width = layout.widths[id] ?? usualWidth;
  const isFrozen = layout.frozen.includes(id);
  const { columns, frozen } = arranged;
  const peers = isFrozen ? columns.slice(0, frozen) : columns.slice(frozen);
  const at = peers.findIndex((column) => column.id === id);
  switch (action) {
    case 'freeze':
      return {
        frozen: isFrozen ? layout.frozen.filter((one) => one !== id) : [...layout.frozen, id].slice(-10),
      };
    case 'hide':
      return { hidden: [...layout.hidden, id] };
    case 'wider':
      return { widths: { ...layout.widths, [id]: Math.min(mostWidth, width + step) } };
    case 'narrower':
      return { widths: { ...layout.widths, [id]: Math.max(leastWidth, width - step) } };
    case 'earlier':
      return at > 0 ? moved(layout, arranged, id, peers[at - 1]?.id ?? null) : {};
    case 'later':
      return at < peers.length - 1 ? moved(layout, arranged, id, peers[at + 2]?.id ?? null) : {};
    default:
      return null;
  }
}
