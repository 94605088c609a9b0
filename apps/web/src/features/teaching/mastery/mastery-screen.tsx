'use client';
import { getMasterySheet, type MasterySheet } from '@k12/contracts/teaching/mastery';
import { Banner } from '@k12/ui/banner';
import { EmptyState } from '@k12/ui/empty-state';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { useApi } from '@/lib/api/hooks.ts';
import { loaded } from '@/lib/loaded-part.tsx';
import { RegionBody } from '@/shell/region.tsx';
import type { Place } from '../gradebook/selection.ts';
import { MasteryGrid } from './mastery-grid.tsx';
import { MasteryToolbar } from './mastery-toolbar.tsx';
import { columnsOf, type MasteryView, rowsOf, wholeView } from './mastery-view.ts';
import { NarrowMastery } from './narrow-mastery.tsx';
import { useMasteryEditing } from './use-mastery-editing.ts';

const DetailDrawer = dynamic(
  loaded(() => import('./detail-drawer.tsx').then((file) => file.DetailDrawer)),
  {
    ssr: false,
  },
);
const ScaleDrawer = dynamic(
  loaded(() => import('./scale-drawer.tsx').then((file) => file.ScaleDrawer)),
  {
    ssr: false,
  },
);

/** Where every student of a course stands with its standards (TCH-123). */
export function MasteryScreen({ courseId }: { courseId: string }) {
  const t = useTranslations('teaching-mastery');
  const reply = useApi(getMasterySheet, { params: { id: courseId }, query: {} });
  if (!reply.data)
    return (
      <div className="p-5">
        <h1 className="mb-4 text-heading font-bold text-ink">{t('title')}</h1>
        <RegionBody reply={reply}>{() => null}</RegionBody>
      </div>
    );
  return <OpenSheet key={courseId} sheet={reply.data} />;
}

export interface Opened {
  student_id: string;
  standard_id: string;
}

function OpenSheet({ sheet }: { sheet: MasterySheet }) {
  const t = useTranslations('teaching-mastery');
  const [view, setView] = useState<MasteryView>(wholeView);
  const [opened, setOpened] = useState<Opened | null>(null);
  const [isScaleOpen, setScaleOpen] = useState(false);
  const isWide = useSyncExternalStore(watchWidth, isWideNow, () => true);
  const columns = useMemo(() => columnsOf(sheet, view), [sheet, view]);
  const rows = useMemo(() => rowsOf(sheet, view, columns), [sheet, view, columns]);
  return (
    <div className="flex min-h-80 flex-col tablet:h-[calc(100dvh-5.6rem)]">
      <MasteryToolbar
        sheet={sheet}
        view={view}
        onView={(changes) => setView((known) => ({ ...known, ...changes }))}
        onScale={() => setScaleOpen(true)}
      />
      {sheet.course.gradebook === 'points' && <Banner tone="info">{t('pointsOnly')}</Banner>}
      {columns.length === 0 || rows.length === 0 ? (
        <div className="flex-1 p-8">
          <EmptyState title={t('emptyTitle')}>{t('emptyText')}</EmptyState>
        </div>
      ) : isWide ? (
        <Body {...{ sheet, rows, columns }} onOpened={setOpened} />
      ) : (
        <NarrowMastery {...{ sheet, rows, columns }} onOpened={setOpened} />
      )}
      {opened && <DetailDrawer courseId={sheet.course.id} {...opened} onClose={() => setOpened(null)} />}
      {isScaleOpen && <ScaleDrawer courseId={sheet.course.id} onClose={() => setScaleOpen(false)} />}
    </div>
  );
}

interface BodyProps {
  sheet: MasterySheet;
  rows: MasterySheet['rows'];
  columns: ReturnType<typeof columnsOf>;
  onOpened: (opened: Opened) => void;
}

function Body({ sheet, rows, columns, onOpened }: BodyProps) {
  const t = useTranslations('teaching-mastery');
  const grid = useRef<HTMLDivElement>(null);
  const open = ({ row, column }: Place) => {
    const student = rows[row];
    const chosen = columns[column];
    if (student && chosen?.kind === 'standard')
      onOpened({ student_id: student.student_id, standard_id: chosen.key });
  };
  const editing = useMasteryEditing({ sheet, rows, columns, grid, onOpen: open });
  const { active } = editing.selection;
  const column = columns[active.column];
  const standard = column?.kind === 'standard' ? sheet.columns[column.column] : undefined;
  return (
    <>
      <MasteryGrid
        {...{ sheet, rows, columns }}
        selection={editing.selection}
        pending={editing.pending}
        scroller={grid}
        onKeyDown={editing.onKeyDown}
        onSelect={editing.select}
        onOpen={open}
      />
      <footer className="flex min-h-cell flex-wrap items-center gap-x-5 gap-y-1 border-t border-line bg-canvas px-5 py-1 text-small text-ink-2">
        <bdi data-private>{rows[active.row]?.name}</bdi>
        {standard && (
          <bdi className="min-w-0 flex-1 truncate">
            {standard.code} {standard.statement}
          </bdi>
        )}
        <span className="ms-auto">{sheet.can.judge ? t('keys') : t('keysReading')}</span>
      </footer>
    </>
  );
}

const wide = '(min-width: 768px)';

function watchWidth(listener: () => void) {
  const query = window.matchMedia(wide);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}

function isWideNow(): boolean {
  return window.matchMedia(wide).matches;
}
