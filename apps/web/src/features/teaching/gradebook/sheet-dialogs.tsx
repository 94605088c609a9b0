'use client';
import type { GradebookColumn, GradebookRow } from '@k12/contracts/teaching/gradebook';
import type {
  GradebookArrangement,
  GradebookView,
  SheetFilters,
  SheetLayout,
} from '@k12/contracts/teaching/gradebook-views';
import dynamic from 'next/dynamic';
import { loaded, nothingYet } from '@/lib/loaded-part.tsx';
import { CellDrawer } from './cell-drawer.tsx';
import { CurveDialog, FillDialog } from './column-dialogs.tsx';
import { ColumnsDrawer } from './columns-drawer.tsx';
import { ExplainDrawer } from './explain-drawer.tsx';
import { FiltersDialog } from './filters-dialog.tsx';
import { HistoryDrawer } from './history-drawer.tsx';
import { ImportDialog } from './import-dialog.tsx';
import { KeysDialog } from './keys-dialog.tsx';
import { PasteDialog } from './paste-dialog.tsx';
import { PostDialog } from './post-dialog.tsx';
import type { CellKey, Edit, SheetStore } from './sheet-store.ts';
import { StatisticsDialog } from './statistics-dialog.tsx';
import { ViewsDialog } from './views-dialog.tsx';

const StudentPanelDrawer = dynamic(
  loaded(() => import('../roster/student-panel.tsx').then((module) => module.StudentPanelDrawer)),
  { loading: nothingYet },
);

export type Opened =
  | { kind: 'keys' }
  | { kind: 'import' }
  | { kind: 'columns' }
  | { kind: 'filters' }
  | { kind: 'views' }
  | { kind: 'history'; assignment_id?: string; student_id?: string }
  | { kind: 'cell'; key: CellKey }
  | { kind: 'explain'; student_id: string; period_id: string | null }
  | { kind: 'student'; student_id: string }
  | { kind: 'paste'; edits: Edit[] }
  | { kind: 'fill' | 'curve' | 'post' | 'statistics'; column: GradebookColumn }
  | { kind: 'post_all'; columns: string[]; count: number };

interface Props {
  opened: Opened;
  store: SheetStore;
  rows: readonly GradebookRow[];
  mark: '.' | ',';
  view: SheetFilters;
  onView: (changes: Partial<SheetFilters>) => void;
  layout: SheetLayout;
  onLayout: (changes: Partial<SheetLayout>) => void;
  arrangement: GradebookArrangement;
  views: readonly GradebookView[];
  onViews: (views: GradebookView[]) => void;
  onOpened: (opened: Opened) => void;
  onClose: () => void;
}

/** Everything that opens over the sheet; loaded when first needed. */
export function SheetDialogs({ opened, ...rest }: Props) {
  switch (opened.kind) {
    case 'keys':
      return <KeysDialog {...rest} />;
    case 'import':
      return <ImportDialog {...rest} />;
    case 'columns':
      return <ColumnsDrawer {...rest} />;
    case 'filters':
      return <FiltersDialog {...rest} />;
    case 'views':
      return <ViewsDialog {...rest} />;
    case 'history':
      return <HistoryDrawer {...rest} filter={opened} />;
    case 'cell':
      return <CellDrawer {...rest} cellKey={opened.key} />;
    case 'explain':
      return <ExplainDrawer {...rest} studentId={opened.student_id} periodId={opened.period_id} />;
    case 'student':
      return (
        <StudentPanelDrawer
          courseId={rest.store.book.course.id}
          studentId={opened.student_id}
          name={rest.store.row(opened.student_id)?.name ?? ''}
          onHistory={() => rest.onOpened({ kind: 'history', student_id: opened.student_id })}
          onClose={rest.onClose}
        />
      );
    case 'paste':
      return <PasteDialog {...rest} edits={opened.edits} />;
    case 'fill':
      return <FillDialog {...rest} column={opened.column} />;
    case 'curve':
      return <CurveDialog {...rest} column={opened.column} />;
    case 'post':
      return <PostDialog {...rest} columns={[opened.column.id]} />;
    case 'post_all':
      return <PostDialog {...rest} columns={opened.columns} />;
    case 'statistics':
      return <StatisticsDialog {...rest} column={opened.column} />;
  }
}

export type DialogProps = Omit<Props, 'opened'>;
