'use client';
import type { SheetFilters } from '@k12/contracts/teaching/gradebook-views';
import { Button } from '@k12/ui/button';
import { DateField } from '@k12/ui/date-field';
import { Dialog } from '@k12/ui/dialog';
import { NumberField } from '@k12/ui/number-field';
import { SelectField } from '@k12/ui/select-field';
import { useTranslations } from 'next-intl';
import type { DialogProps } from './sheet-dialogs.tsx';

/** The filters that are wanted less often (TCH-104); they hold at once, as those of the menu do. */
export function FiltersDialog({ store, view, onView, arrangement, onClose }: DialogProps) {
  const t = useTranslations('teaching-gradebook');
  const { groups, modules } = arrangement;
  const everybody = { value: '', label: t('filters.all') };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('filtersTitle')}
      footer={
        <Button variant="primary" onClick={onClose}>
          {t('done')}
        </Button>
      }
    >
      <div className="grid gap-4">
        {groups.length > 0 && (
          <SelectField
            label={t('group')}
            value={view.group_id ?? ''}
            onValueChange={(value) => onView({ group_id: value || null })}
            options={[
              everybody,
              ...groups.map(({ id, name, set_name }) => ({ value: id, label: `${set_name}: ${name}` })),
            ]}
          />
        )}
        <NumberField
          label={t('belowPercent')}
          unit="%"
          min={0}
          max={100}
          value={view.below}
          onValueChange={(below) => onView({ below: below ?? 0, status: 'below' })}
        />
        {modules.length > 0 && (
          <SelectField
            label={t('module')}
            value={view.module_id ?? ''}
            onValueChange={(value) => onView({ module_id: value || null })}
            options={[
              { value: '', label: t('allModules') },
              ...modules.map(({ id, title }) => ({ value: id, label: title })),
            ]}
          />
        )}
        <div className="grid gap-4 tablet:grid-cols-2">
          <DateField
            label={t('dueFrom')}
            value={view.due_from ?? ''}
            onValueChange={(value) => onView({ due_from: value || null })}
          />
          <DateField
            label={t('dueUntil')}
            value={view.due_until ?? ''}
            onValueChange={(value) => onView({ due_until: value || null })}
          />
        </div>
        <SortFields store={store} view={view} onView={onView} />
      </div>
    </Dialog>
  );
}

function SortFields({ store, view, onView }: Pick<DialogProps, 'store' | 'view' | 'onView'>) {
  const t = useTranslations('teaching-gradebook');
  const sorts = [
    { value: 'name', label: t('student') },
    { value: 'total', label: t('total') },
    { value: 'section', label: t('section') },
    ...store.book.columns.map(({ id, title }) => ({ value: id, label: title })),
  ];
  return (
    <div className="grid gap-4 tablet:grid-cols-2">
      <SelectField
        label={t('sortBy')}
        value={view.sort.by}
        onValueChange={(by) =>
          onView({ sort: { by: by as SheetFilters['sort']['by'], descending: view.sort.descending } })
        }
        options={sorts}
      />
      <SelectField
        label={t('sortOrder')}
        value={view.sort.descending ? 'down' : 'up'}
        onValueChange={(order) => onView({ sort: { ...view.sort, descending: order === 'down' } })}
        options={[
          { value: 'up', label: t('ascending') },
          { value: 'down', label: t('descending') },
        ]}
      />
    </div>
  );
}
