'use client';
import type {
  GradebookArrangement,
  GradebookView,
  SheetFilters,
  SheetLayout,
} from '@k12/contracts/teaching/gradebook-views';
import { Button } from '@k12/ui/button';
import { IconButton } from '@k12/ui/icon-button';
import { Menu, MenuChoice, MenuGroup, MenuItem } from '@k12/ui/menu';
import { useToast } from '@k12/ui/toast';
import { ChevronDown, Redo2, Send, Undo2 } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { useAttempt } from '@/lib/api/attempt.ts';
import type { Opened } from './sheet-dialogs.tsx';
import { FilterMenu, ViewMenu } from './sheet-menus.tsx';
import type { SheetStore } from './sheet-store.ts';

export interface ToolbarProps {
  store: SheetStore;
  version: number;
  view: SheetFilters;
  onView: (changes: Partial<SheetFilters>) => void;
  layout: SheetLayout;
  onLayout: (changes: Partial<SheetLayout>) => void;
  views: readonly GradebookView[];
  arrangement: GradebookArrangement;
  mark: '.' | ',';
  toPost: number;
  onPost: () => void;
  onOpened: (opened: Opened) => void;
  onRetry: () => void;
}

/** What the sheet shows, whether it is saved, and what one does with it as a whole. */
export function SheetToolbar(props: ToolbarProps) {
  const { store, view, onView, mark, toPost } = props;
  const t = useTranslations('teaching-gradebook');
  const { sections, can } = store.book;
  const section = sections.find(({ id }) => id === view.section_id)?.name ?? t('allSections');
  return (
    <div className="flex flex-wrap items-center gap-2 border-b border-line bg-paper px-5 py-2.5">
      {/* On one line at a laptop's width: the sheet must not jump when something was saved. */}
      <h1 className="me-2 text-heading font-bold text-ink max-wide:hidden-visually">{t('title')}</h1>
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
      <div className="ms-auto flex flex-wrap items-center gap-2">
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
        {(can.export || can.edit) && <FileMenu {...props} />}
        {can.post && toPost > 0 && (
          <Button variant="primary" icon={<Send aria-hidden />} onClick={props.onPost}>
            {t('post', { count: toPost })}
          </Button>
        )}
      </div>
    </div>
  );
}

export function PeriodChoice({ store, view, onView }: Pick<ToolbarProps, 'store' | 'view' | 'onView'>) {
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
      <span role="status" className="flex items-center gap-2 text-small text-bad">
        {t('unsaved', { count: failed })}
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
    <span role="status" className="text-small text-ink-2">
      {conflicts > 0
        ? t('conflicts', { count: conflicts })
        : refused > 0
          ? t('refused', { count: refused })
          : words}
    </span>
  );
}

/** The way to a spreadsheet and back (TCH-129, TCH-130). */
function FileMenu({ store, onOpened }: ToolbarProps) {
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
}
