'use client';
import type { GradebookColumn, GradebookRow } from '@k12/contracts/teaching/gradebook';
import { EmptyState } from '@k12/ui/empty-state';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useMemo, useRef, useState } from 'react';
import { paths } from '@/lib/paths.ts';
import type { Opened } from './sheet-dialogs.tsx';
import { SheetFooter } from './sheet-footer.tsx';
import { SheetGrid } from './sheet-grid.tsx';
import type { ColumnAction } from './sheet-header.tsx';
import { type CellKey, keyOf, type SheetStore } from './sheet-store.ts';
import { SheetToolbar } from './sheet-toolbar.tsx';
import { columnsOf, firstView, hiddenGrades, rowsOf, type SheetView } from './sheet-view.ts';
import { useRemembered } from './use-remembered.ts';
import { useSheetEditing } from './use-sheet-editing.ts';

const SheetDialogs = dynamic(() => import('./sheet-dialogs.tsx').then((file) => file.SheetDialogs), {
  ssr: false,
});

export interface SheetProps {
  store: SheetStore;
  version: number;
  mark: '.' | ',';
  onRetry: () => void;
}

/** The sheet on a screen with room for it. */
export function Sheet({ store, version, mark, onRetry }: SheetProps) {
  const now = useMemo(() => new Date().toISOString(), []);
  const [view, setView] = useState<SheetView>(() => firstView(store, now));
  const [isCompact, setCompact] = useRemembered('homeroom.gradebook.compact', false);
  const [opened, setOpened] = useState<Opened | null>(null);
  const grid = useRef<HTMLDivElement>(null);
  const columns = useMemo(() => columnsOf(store, view), [store, view, store.book.frame]);
  // Rows keep their order while grades are typed: a score must not move under the cursor (TCH-101).
  const rows = useMemo(
    () => rowsOf(store, view, columns, now),
    [store, view, columns, now, store.book.frame],
  );
  const unposted = hiddenGrades(store, columns, rows);
  const close = () => {
    setOpened(null);
    grid.current?.focus();
  };
  return (
    <div className="flex h-[calc(100dvh-5.6rem)] min-h-80 flex-col">
      <SheetToolbar
        store={store}
        version={version}
        view={view}
        onView={(changes) => setView((known) => ({ ...known, ...changes }))}
        isCompact={isCompact}
        onCompact={setCompact}
        mark={mark}
        toPost={unposted.count}
        onPost={() => setOpened({ kind: 'post_all', ...unposted })}
        onHistory={() => setOpened({ kind: 'history' })}
        onImport={() => setOpened({ kind: 'import' })}
        onRetry={onRetry}
      />
      <SheetBody
        {...{ store, version, mark, view, rows, columns, isCompact, now, grid }}
        onView={setView}
        onOpened={setOpened}
      />
      {opened && <SheetDialogs opened={opened} store={store} rows={rows} mark={mark} onClose={close} />}
    </div>
  );
}

interface BodyProps extends Omit<SheetProps, 'onRetry'> {
  view: SheetView;
  rows: readonly GradebookRow[];
  columns: readonly GradebookColumn[];
  isCompact: boolean;
  now: string;
  grid: React.RefObject<HTMLDivElement | null>;
  onView: (change: (known: SheetView) => SheetView) => void;
  onOpened: (opened: Opened) => void;
}

function SheetBody({ grid, isCompact, onView, onOpened, ...shared }: BodyProps) {
  const { store, rows, columns, mark, view } = shared;
  const t = useTranslations('teaching-gradebook');
  const router = useRouter();
  const { id: courseId, decimals_shown } = store.book.course;
  const editing = useSheetEditing({
    ...{ store, rows, columns, mark, grid, canEdit: store.book.can.edit },
    onDetails: (key) => onOpened({ kind: 'history', ...key }),
    onGrade: (key) => router.push(paths.gradeWork(courseId, key.assignment_id, key.student_id)),
    onKeys: () => onOpened({ kind: 'keys' }),
    onPasteBlock: (edits) => onOpened({ kind: 'paste', edits }),
  });
  const sort = (by: string) =>
    onView((known) => ({
      ...known,
      sort: { by, descending: known.sort.by === by && !known.sort.descending },
    }));
  const act = (column: GradebookColumn, action: ColumnAction) => {
    if (action === 'sort') sort(column.id);
    else if (action === 'history') onOpened({ kind: 'history', assignment_id: column.id });
    else onOpened({ kind: action, column });
  };
  return (
    <>
      {columns.length === 0 || rows.length === 0 ? (
        <div className="flex-1 p-8">
          <EmptyState title={t('emptyTitle')}>{t('emptyText')}</EmptyState>
        </div>
      ) : (
        <SheetGrid
          {...shared}
          selection={editing.selection}
          draft={editing.draft}
          isCompact={isCompact}
          decimals={decimals_shown}
          scroller={grid}
          onKeyDown={editing.onKeyDown}
          onCopy={editing.onCopy}
          onPaste={editing.onPaste}
          onSelect={editing.select}
          onOpen={editing.open}
          onDraft={editing.setText}
          onClose={editing.close}
          onAction={act}
          onSort={sort}
          onTotal={(student_id) => onOpened({ kind: 'explain', student_id, period_id: view.period_id })}
          onStudent={(student_id) => onOpened({ kind: 'student', student_id })}
        />
      )}
      <SheetFooter
        {...{ store, mark, now: shared.now, activeKey: editing.activeKey, selected: editing.selectedKeys }}
        onKeys={() => onOpened({ kind: 'keys' })}
        onUseMine={(key) => overwrite(store, key, mark)}
      />
    </>
  );
}

/** My value over that of somebody else, knowingly: based on their version (TCH-100). */
function overwrite(store: SheetStore, key: CellKey, mark: '.' | ','): void {
  const pending = store.pending.get(keyOf(key));
  if (!pending?.theirs) return;
  store.take(pending.theirs);
  store.edit([{ ...key, entry: pending.entry }], 'edit', mark);
}
