'use client';
import type { GradebookView, SheetFilters, SheetLayout } from '@k12/contracts/teaching/gradebook-views';
import { Button } from '@k12/ui/button';
import { IconButton } from '@k12/ui/icon-button';
import { Menu, MenuChoice, MenuGroup, MenuItem } from '@k12/ui/menu';
import { useToast } from '@k12/ui/toast';
import { ChevronDown, Redo2, Send, Undo2 } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { memo } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import type { Opened } from './sheet-dialogs.tsx';
import { FilterMenu, ViewMenu } from './sheet-menus.tsx';
import type { SheetStore } from './sheet-store.ts';
import { useSteady } from './use-steady.ts';

export interface ChoicesProps {
  store: SheetStore;
  /** Of the store: rows and columns are others when it is another. */
  frame: string;
  view: SheetFilters;
  onView: (changes: Partial<SheetFilters>) => void;
  layout: SheetLayout;
  onLayout: (changes: Partial<SheetLayout>) => void;
  views: readonly GradebookView[];
  onOpened: (opened: Opened) => void;
}

interface ToolbarProps extends ChoicesProps {
  version: number;
  mark: '.' | ',';
  toPost: number;
  onPost: () => void;
  onRetry: () => void;
}

/** What the sheet shows, whether it is saved, and what one does with it as a whole. */
export function SheetToolbar(props: ToolbarProps) {
  const { store, frame, view, layout, views, mark, toPost } = props;
  const t = useTranslations('teaching-gradebook');
  const { onView, onLayout, onOpened } = props;
  const handlers = useSteady({ onView, onLayout, onOpened });
  const { can } = store.book;
  return (
    <div className="flex flex-wrap items-center gap-2 border-b border-line bg-paper px-5 py-2.5">
      {/* On one line at a laptop's width: the sheet must not jump when something was saved. */}
      <h1 className="me-2 text-heading font-bold text-ink max-wide:hidden-visually">{t('title')}</h1>
      <Choices {...{ store, frame, view, layout, views }} {...handlers} />
      <div className="ms-auto flex min-w-0 flex-wrap items-center gap-2">
        <SaveState store={store} onRetry={props.onRetry} />
        {can.edit && (
          <>
            <IconButton
              label={t('undo')}
              icon={<Undo2 aria-hidden className="rtl:-scale-x-100" />}
              disabled={!store.canUndo}
              onClick={() => store.undo(mark)}
            />
            <IconButton
              label={t('redo')}
              icon={<Redo2 aria-hidden className="rtl:-scale-x-100" />}
              disabled={!store.canRedo}
              onClick={() => store.redo(mark)}
            />
          </>
        )}
        {(can.export || can.edit) && <FileMenu store={store} frame={frame} onOpened={handlers.onOpened} />}
        {can.post && toPost > 0 && (
          <Button variant="primary" icon={<Send aria-hidden />} onClick={props.onPost}>
            {t('post', { count: toPost })}
          </Button>
        )}
      </div>
    </div>
  );
}

/** Menus cost more than the cells of a row, so they are left alone while one types. */
const Choices = memo(function Choices(props: ChoicesProps) {
  const { store, view, onView } = props;
  const t = useTranslations('teaching-gradebook');
  const { sections } = store.book;
  const section = sections.find(({ id }) => id === view.section_id)?.name ?? t('allSections');
  return (
    <>
      <PeriodChoice {...{ store, view, onView }} />
      {sections.length > 1 && (
        <Choice
          label={t('section')}
          value={view.section_id ?? ''}
          shown={section}
          options={[
            { value: '', label: t('allSections') },
            ...sections.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onValue={(value) => onView({ section_id: value || null })}
        />
      )}
      <FilterMenu {...props} />
      <ViewMenu {...props} />
    </>
  );
});

export function PeriodChoice({ store, view, onView }: Pick<ChoicesProps, 'store' | 'view' | 'onView'>) {
  const t = useTranslations('teaching-gradebook');
  const { periods } = store.book;
  if (periods.length === 0) return null;
  return (
    <Choice
      label={t('period')}
      value={view.period_id ?? ''}
      shown={periods.find(({ id }) => id === view.period_id)?.name ?? t('wholeYear')}
      options={[
        { value: '', label: t('wholeYear') },
        ...periods.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      onValue={(value) => onView({ period_id: value || null })}
    />
  );
}

interface ChoiceProps {
  label: string;
  value: string;
  shown: string;
  options: { value: string; label: string }[];
  onValue: (value: string) => void;
}

function Choice({ label, value, shown, options, onValue }: ChoiceProps) {
  return (
    <Menu
      trigger={
        <Button iconEnd={<ChevronDown aria-hidden />}>
          <span className="hidden-visually">{label}: </span>
          <bdi>{shown}</bdi>
        </Button>
      }
    >
      <MenuChoice label={label} value={value} onValueChange={onValue} options={options} />
    </Menu>
  );
}

export function SaveState({ store, onRetry }: { store: SheetStore; onRetry: () => void }) {
  const t = useTranslations('teaching-gradebook');
  const format = useFormatter();
  const states = [...store.pending.values()].map(({ state }) => state);
  const failed = states.filter((state) => state === 'failed').length;
  const conflicts = states.filter((state) => state === 'conflict').length;
  const refused = states.filter((state) => state === 'refused').length;
  if (failed > 0) {
    return (
      <span role="status" className="flex min-w-0 items-center gap-2 text-small text-bad">
        <span className="truncate">{t('unsaved', { count: failed })}</span>
        <Button size="small" onClick={onRetry}>
          {t('retry')}
        </Button>
      </span>
    );
  }
  const words = states.some((state) => state === 'saving' || state === 'unsent')
    ? t('saving')
    : store.saved_at
      ? t('saved', { time: format.dateTime(store.saved_at, { timeStyle: 'short' }) })
      : '';
  return (
    // Room is kept for it from the beginning, so that nothing moves when it first has something to say.
    <span role="status" className="min-w-28 text-end text-small text-ink-2">
      {conflicts > 0
        ? t('conflicts', { count: conflicts })
        : refused > 0
          ? t('refused', { count: refused })
          : words}
    </span>
  );
}

/** The way to a spreadsheet and back (TCH-129, TCH-130). */
const FileMenu = memo(function FileMenu({
  store,
  onOpened,
}: Pick<ChoicesProps, 'store' | 'frame' | 'onOpened'>) {
  const t = useTranslations('teaching-gradebook');
  const attempt = useAttempt();
  const toast = useToast();
  const { can, course } = store.book;
  const say = (what: 'exportBegun' | 'exportFailed') =>
    toast.show({ message: t(what), ...(what === 'exportFailed' && { tone: 'bad' }) });
  const take = (statuses: boolean) =>
    attempt(async () => {
      const { downloadTable } = await import('./download-table.ts');
      await downloadTable({ courseId: course.id, statuses, say });
    });
  return (
    <Menu trigger={<Button iconEnd={<ChevronDown aria-hidden />}>{t('files')}</Button>} align="end">
      {can.edit && <MenuItem onPress={() => onOpened({ kind: 'import' })}>{t('import.open')}</MenuItem>}
      {can.export && (
        <MenuGroup label={t('export')}>
          <MenuItem onPress={() => void take(false)}>{t('exportCsv')}</MenuItem>
          <MenuItem onPress={() => void take(true)}>{t('exportStatuses')}</MenuItem>
        </MenuGroup>
      )}
    </Menu>
  );
});
