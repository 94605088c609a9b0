'use client';
import type {
  GradebookArrangement,
  SheetFilters,
  SheetLayout,
} from '@k12/contracts/teaching/gradebook-views';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { loaded } from '@/lib/loaded-part.tsx';
import { SheetBody } from './sheet-body.tsx';
import { arrangeColumns, type ColumnStates, columnsInState } from './sheet-columns.ts';
import type { Opened } from './sheet-dialogs.tsx';
import type { SheetStore } from './sheet-store.ts';
import { SheetToolbar } from './sheet-toolbar.tsx';
import { firstView, hiddenGrades, rowsOf } from './sheet-view.ts';
import { useLayout } from './use-arrangement.ts';
import { whenIdle } from './when-idle.ts';

const SheetDialogs = dynamic(
  loaded(() => import('./sheet-dialogs.tsx').then((file) => file.SheetDialogs)),
  {
    ssr: false,
  },
);

export interface SheetProps {
  store: SheetStore;
  version: number;
  mark: '.' | ',';
  arrangement: GradebookArrangement;
  onRetry: () => void;
}

/** The sheet on a screen with room for it. */
export function Sheet({ store, version, mark, arrangement, onRetry }: SheetProps) {
  const now = useMemo(() => new Date().toISOString(), []);
  const [view, setView] = useState<SheetFilters>(() => firstView(store, now));
  const [layout, setLayout] = useLayout(store.book.course.id, arrangement.layout);
  const [views, setViews] = useState(arrangement.views);
  const [opened, setOpened] = useState<Opened | null>(null);
  const grid = useRef<HTMLDivElement>(null);
  const { arranged, rows, states } = useShown({ store, view, layout, arrangement, now });
  const unposted = hiddenGrades(arranged.columns, states);
  const close = () => {
    setOpened(null);
    grid.current?.focus();
  };
  const onView = (changes: Partial<SheetFilters>) => setView((known) => ({ ...known, ...changes }));
  return (
    <div className="flex h-[calc(100dvh-5.6rem)] min-h-80 flex-col">
      <SheetToolbar
        {...{ store, version, view, onView, layout, mark, views, onRetry }}
        frame={store.book.frame}
        onLayout={setLayout}
        toPost={unposted.count}
        onOpened={setOpened}
        onPost={() => setOpened({ kind: 'post_all', ...unposted })}
      />
      <SheetBody
        {...{ store, version, mark, view, layout, rows, arranged, states, now, grid, onView }}
        groupName={useGroupName(store, layout, arrangement.modules)}
        onLayout={setLayout}
        onOpened={setOpened}
      />
      {opened && (
        <SheetDialogs
          {...{ opened, store, rows, mark, view, onView, layout, arrangement, views }}
          onLayout={setLayout}
          onViews={setViews}
          onOpened={setOpened}
          onClose={close}
        />
      )}
    </div>
  );
}

interface Shown {
  store: SheetStore;
  view: SheetFilters;
  layout: SheetLayout;
  arrangement: GradebookArrangement;
  now: string;
}

const noStates: ColumnStates = new Map();

/** Rows and columns as filtered and arranged; they keep their order while grades are typed (TCH-101). */
function useShown({ store, view, layout, arrangement, now }: Shown) {
  const { frame } = store.book;
  const { modules, groups } = arrangement;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the frame says that rows and columns are others
  const all = useMemo(
    () => arrangeColumns(store, { layout, filters: view, modules }),
    [store, layout, view, modules, frame],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: the frame says that rows and columns are others
  const rows = useMemo(
    () => rowsOf(store, { view, columns: all.columns, groups, now }),
    [store, view, all, groups, now, frame],
  );
  // What the toolbar and the heads count may follow a moment after the cells, at first after the first key.
  const isRested = useRested();
  const counted = useDeferredValue(isRested ? store.countsVersion : -1);
  const states = useMemo(() => (counted < 0 ? noStates : store.columnStates(rows)), [store, rows, counted]);
  // Which columns are left is decided when the filter is set, so that none goes while one types in it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: as said
  const kept = useMemo(
    () => (view.columns === 'all' ? null : columnsInState(all, view.columns, store.columnStates(rows))),
    [all, view.columns, rows],
  );
  const arranged = useMemo(() => (kept ? regrouped(all, kept) : all), [all, kept]);
  return { arranged, rows, states };
}

/** False until the sheet has stood for a moment. */
function useRested(): boolean {
  const [isRested, setRested] = useState(false);
  useEffect(() => whenIdle(() => setRested(true)), []);
  return isRested;
}

function regrouped(all: ReturnType<typeof arrangeColumns>, kept: ReadonlySet<string>) {
  const { frozen, columns, groups } = all;
  let start = 0;
  const left = groups.flatMap(({ id, start: from, count }) => {
    const inside = columns
      .slice(frozen + from, frozen + from + count)
      .filter((column) => kept.has(column.id));
    if (inside.length === 0) return [];
    const group = { id, start, count: inside.length };
    start += inside.length;
    return [group];
  });
  return { frozen, groups: left, columns: columns.filter(({ id }) => kept.has(id)) };
}

function useGroupName(
  store: SheetStore,
  { group_by }: SheetLayout,
  modules: GradebookArrangement['modules'],
) {
  const t = useTranslations('teaching-gradebook');
  const { frame } = store.book;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the frame says that rows and columns are others
  return useCallback(
    (id: string | null) => {
      const { categories, periods, course } = store.book;
      if (group_by === 'none') return { name: t('allAssignments'), color: 'olive', note: '' };
      if (group_by === 'module') {
        const name = modules.find((one) => one.id === id)?.title ?? t('noModule');
        return { name, color: 'olive', note: '' };
      }
      if (group_by === 'period') {
        return {
          name: periods.find((one) => one.id === id)?.name ?? t('noPeriod'),
          color: 'olive',
          note: '',
        };
      }
      const category = categories.find((one) => one.id === id);
      if (!category) return { name: t('uncategorised'), color: 'olive', note: '' };
      const weight =
        course.calculation === 'weighted'
          ? ` ${t('percent', { value: String(Number(category.weight_percent)) })}`
          : '';
      const drops =
        category.drop_lowest > 0 ? `, ${t('lowestDropped', { count: category.drop_lowest })}` : '';
      return { name: category.name, color: category.color ?? 'olive', note: `${weight}${drops}` };
    },
    [t, store, group_by, modules, frame],
  );
}
