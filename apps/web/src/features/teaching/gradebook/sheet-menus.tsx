'use client';
import type { SheetFilters, SheetLayout } from '@k12/contracts/teaching/gradebook-views';
import { Button } from '@k12/ui/button';
import { Menu, MenuCheckItem, MenuChoice, MenuGroup, MenuItem, MenuSeparator } from '@k12/ui/menu';
import { TextField } from '@k12/ui/text-field';
import { Columns3, Filter } from 'lucide-react';
import { useParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { CoursePrintItems } from '@/features/planning/print/print-item.tsx';
import type { ChoicesProps } from './sheet-toolbar.tsx';
import { plainView } from './sheet-view.ts';

const statuses = ['all', 'to_grade', 'missing', 'late', 'below'] as const;
const columnStates = ['all', 'to_grade', 'hidden', 'graded', 'ungraded'] as const;
const groupings = ['category', 'module', 'period', 'none'] as const;

/** Whether fewer rows or columns are shown than there are. */
function isFiltered(view: SheetFilters): boolean {
  const { period_id, section_id, sort, shows_withdrawn, below, ...rest } = view;
  return Object.entries(rest).some(([key, value]) => value !== plainView[key as keyof typeof rest]);
}

export function FilterMenu({ store, view, onView, onOpened }: ChoicesProps) {
  const t = useTranslations('teaching-gradebook');
  const categories = store.book.categories.map(({ id, name }) => ({ value: id as string, label: name }));
  const { columns } = store.book;
  const clear = () =>
    onView({ ...plainView, period_id: view.period_id, section_id: view.section_id, sort: view.sort });
  return (
    <>
      <Menu
        trigger={
          <Button
            variant="quiet"
            icon={<Filter aria-hidden className="max-wide:hidden" />}
            aria-pressed={isFiltered(view)}
          >
            {t('filter')}
          </Button>
        }
      >
        <MenuChoice
          label={t('filterRows')}
          value={view.status}
          onValueChange={(status) => onView({ status: status as SheetFilters['status'] })}
          options={statuses.map((value) => ({ value, label: t(`filters.${value}`, { value: view.below }) }))}
        />
        <MenuChoice
          label={t('filterColumns')}
          value={view.category_id ?? ''}
          onValueChange={(value) => onView({ category_id: value || null })}
          options={[{ value: '', label: t('allCategories') }, ...categories]}
        />
        <MenuChoice
          label={t('columnsWith')}
          value={view.columns}
          onValueChange={(value) => onView({ columns: value as SheetFilters['columns'] })}
          options={columnStates.map((value) => ({ value, label: t(`columnStates.${value}`) }))}
        />
        <MenuSeparator />
        <MenuItem onPress={() => onOpened({ kind: 'filters' })}>{t('moreFilters')}</MenuItem>
        {isFiltered(view) && <MenuItem onPress={clear}>{t('clearFilters')}</MenuItem>}
      </Menu>
      <div className="w-32 wide:w-36">
        <TextField
          label={t('findStudent')}
          hideLabel
          size="small"
          placeholder={t('findStudent')}
          value={view.name}
          disabled={columns.length === 0}
          onChange={(event) => onView({ name: event.target.value })}
        />
      </div>
    </>
  );
}

export function ViewMenu({ view, onView, layout, onLayout, views, onOpened }: ChoicesProps) {
  const { courseId } = useParams<{ courseId?: string }>();
  const t = useTranslations('teaching-gradebook');
  const isCompact = layout.density === 'compact';
  return (
    <Menu
      trigger={
        <Button variant="quiet" icon={<Columns3 aria-hidden className="max-wide:hidden" />}>
          {t('view')}
        </Button>
      }
    >
      <MenuGroup label={t('view')}>
        <MenuCheckItem
          checked={isCompact}
          onCheckedChange={(next) => onLayout({ density: next ? 'compact' : 'comfortable' })}
        >
          {t('compact')}
        </MenuCheckItem>
        <MenuCheckItem
          checked={layout.shows_figures}
          onCheckedChange={(shows_figures) => onLayout({ shows_figures })}
        >
          {t('figures')}
        </MenuCheckItem>
        <MenuCheckItem
          checked={layout.colors !== null}
          onCheckedChange={(next) => onLayout({ colors: next ? { below: 60, from: 90 } : null })}
        >
          {t('colors', layout.colors ?? { below: 60, from: 90 })}
        </MenuCheckItem>
        <MenuCheckItem
          checked={view.shows_withdrawn}
          onCheckedChange={(shows_withdrawn) => onView({ shows_withdrawn })}
        >
          {t('withdrawn')}
        </MenuCheckItem>
      </MenuGroup>
      <MenuChoice
        label={t('groupBy')}
        value={layout.group_by}
        onValueChange={(value) => onLayout({ group_by: value as SheetLayout['group_by'] })}
        options={groupings.map((value) => ({ value, label: t(`groupings.${value}`) }))}
      />
      <MenuSeparator />
      <MenuItem onPress={() => onOpened({ kind: 'columns' })}>{t('chooseColumns')}</MenuItem>
      <MenuGroup label={t('savedViews')}>
        {views.map(({ id, name, filters, owner, is_shared }) => (
          <MenuItem key={id} {...(is_shared ? { shortcut: owner.name } : {})} onPress={() => onView(filters)}>
            <bdi>{name}</bdi>
          </MenuItem>
        ))}
        <MenuItem onPress={() => onOpened({ kind: 'views' })}>{t('keepView')}</MenuItem>
      </MenuGroup>
      <MenuSeparator />
      <MenuItem onPress={() => onOpened({ kind: 'history' })}>{t('history')}</MenuItem>
      {courseId && <CoursePrintItems courseId={courseId} />}
    </Menu>
  );
}
