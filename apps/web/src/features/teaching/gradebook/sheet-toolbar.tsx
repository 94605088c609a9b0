'use client';
import { Button } from '@k12/ui/button';
import { Menu, MenuCheckItem, MenuChoice, MenuGroup, MenuItem } from '@k12/ui/menu';
import { TextField } from '@k12/ui/text-field';
import { ChevronDown, Columns3, Filter, Redo2, Send, Undo2 } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import type { SheetStore } from './sheet-store.ts';
import type { SheetView, StatusFilter } from './sheet-view.ts';

interface Props {
  store: SheetStore;
  version: number;
  view: SheetView;
  onView: (changes: Partial<SheetView>) => void;
  isCompact: boolean;
  onCompact: (value: boolean) => void;
  mark: '.' | ',';
  toPost: number;
  onPost: () => void;
  onHistory: () => void;
  onImport: () => void;
  onRetry: () => void;
}

const statuses: readonly StatusFilter[] = ['all', 'to_grade', 'missing', 'below'];

/** What the sheet shows, whether it is saved, and what one does with it as a whole. */
export function SheetToolbar(props: Props) {
  const { store, view, onView, mark, toPost } = props;
  const t = useTranslations('teaching-gradebook');
  const { periods, sections, can } = store.book;
  const period = periods.find(({ id }) => id === view.period_id)?.name ?? t('wholeYear');
  const section = sections.find(({ id }) => id === view.section_id)?.name ?? t('allSections');
  return (
    <div className="flex flex-wrap items-center gap-2 border-b border-line bg-paper px-5 py-2.5">
      <h1 className="me-2 text-heading font-bold text-ink">{t('title')}</h1>
      {periods.length > 0 && (
        <Choice
          label={t('period')}
          value={view.period_id ?? ''}
          shown={period}
          options={[
            { value: '', label: t('wholeYear') },
            ...periods.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onValue={(value) => onView({ period_id: value || null })}
        />
      )}
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
            <Button
              variant="quiet"
              icon={<Undo2 aria-hidden />}
              disabled={!store.canUndo}
              onClick={() => store.undo(mark)}
            >
              {t('undo')}
            </Button>
            {store.canRedo && (
              <Button variant="quiet" icon={<Redo2 aria-hidden />} onClick={() => store.redo(mark)}>
                {t('redo')}
              </Button>
            )}
          </>
        )}
        {can.export && <FileMenu {...props} />}
        {can.post && toPost > 0 && (
          <Button variant="primary" icon={<Send aria-hidden />} onClick={props.onPost}>
            {t('post', { count: toPost })}
          </Button>
        )}
      </div>
    </div>
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

function FilterMenu({ store, view, onView }: Props) {
  const t = useTranslations('teaching-gradebook');
  const isOn = view.status !== 'all' || view.category_id !== null || view.name !== '';
  const categories = store.book.categories.map(({ id, name }) => ({ value: id as string, label: name }));
  return (
    <>
      <Menu
        trigger={
          <Button variant="quiet" icon={<Filter aria-hidden />} aria-pressed={isOn}>
            {t('filter')}
          </Button>
        }
      >
        <MenuChoice
          label={t('filterRows')}
          value={view.status}
          onValueChange={(status) => onView({ status: status as StatusFilter })}
          options={statuses.map((value) => ({ value, label: t(`filters.${value}`, { value: view.below }) }))}
        />
        <MenuChoice
          label={t('filterColumns')}
          value={view.category_id ?? ''}
          onValueChange={(value) => onView({ category_id: value || null })}
          options={[{ value: '', label: t('allCategories') }, ...categories]}
        />
      </Menu>
      <div className="w-36">
        <TextField
          label={t('findStudent')}
          hideLabel
          size="small"
          placeholder={t('findStudent')}
          value={view.name}
          onChange={(event) => onView({ name: event.target.value })}
        />
      </div>
    </>
  );
}

function ViewMenu({ view, onView, isCompact, onCompact, onHistory }: Props) {
  const t = useTranslations('teaching-gradebook');
  return (
    <Menu
      trigger={
        <Button variant="quiet" icon={<Columns3 aria-hidden />}>
          {t('view')}
        </Button>
      }
    >
      <MenuGroup label={t('view')}>
        <MenuCheckItem checked={isCompact} onCheckedChange={onCompact}>
          {t('compact')}
        </MenuCheckItem>
        <MenuCheckItem
          checked={view.shows_withdrawn}
          onCheckedChange={(shows_withdrawn) => onView({ shows_withdrawn })}
        >
          {t('withdrawn')}
        </MenuCheckItem>
      </MenuGroup>
      <MenuItem onPress={onHistory}>{t('history')}</MenuItem>
    </Menu>
  );
}

function SaveState({ store, onRetry }: { store: SheetStore; onRetry: () => void }) {
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
function FileMenu({ store, onImport }: Props) {
  const t = useTranslations('teaching-gradebook');
  const address = `/api/v1/courses/${store.book.course.id}/gradebook/exports`;
  return (
    <Menu trigger={<Button iconEnd={<ChevronDown aria-hidden />}>{t('export')}</Button>} align="end">
      <MenuItem onPress={() => window.location.assign(address)}>{t('exportCsv')}</MenuItem>
      <MenuItem onPress={() => window.location.assign(`${address}?statuses=true`)}>
        {t('exportStatuses')}
      </MenuItem>
      {store.book.can.edit && <MenuItem onPress={onImport}>{t('import.title')}</MenuItem>}
    </Menu>
  );
}
