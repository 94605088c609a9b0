'use client';
import { listGradeCategories } from '@k12/contracts/teaching/grade-categories';
import { Checkbox } from '@k12/ui/checkbox';
import { SelectField } from '@k12/ui/select-field';
import { TextField } from '@k12/ui/text-field';
import { useTranslations } from 'next-intl';
import { useApi } from '@/lib/api/hooks.ts';

/** By the name in the file. */
export type NewColumns = Record<string, { column: string; points: string; category_id: string | null }>;

interface Props {
  courseId: string;
  names: readonly string[];
  columns: NewColumns;
  onChange: (columns: NewColumns) => void;
}

/** Columns that no assignment has: each is left out unless it shall become one, with points and category (TCH-131). */
export function NewColumnsPart({ courseId, names, columns, onChange }: Props) {
  const t = useTranslations('teaching-gradebook.import');
  const categories = useApi(listGradeCategories, { params: { id: courseId } }).data?.data ?? [];
  const usual = categories[0]?.id ?? null;
  const toggle = (column: string, isOn: boolean) => {
    const { [column]: _left, ...others } = columns;
    onChange(isOn ? { ...others, [column]: { column, points: '100', category_id: usual } } : others);
  };
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1 text-body">{t('newColumns')}</legend>
      {names.map((name) => {
        const chosen = columns[name];
        const set = (part: Partial<NewColumns[string]>) =>
          chosen && onChange({ ...columns, [name]: { ...chosen, ...part } });
        return (
          <div key={name} className="flex flex-wrap items-end gap-x-4 gap-y-2">
            <div className="min-w-0 flex-1 basis-48 self-center">
              <Checkbox
                label={<bdi>{name}</bdi>}
                checked={chosen !== undefined}
                onCheckedChange={(isOn) => toggle(name, isOn)}
              />
            </div>
            {chosen && (
              <>
                <div className="w-24">
                  <TextField
                    label={t('points')}
                    inputMode="decimal"
                    value={chosen.points}
                    onChange={(event) => set({ points: event.target.value.replace(',', '.').trim() })}
                  />
                </div>
                <div className="w-44">
                  <SelectField
                    label={t('category')}
                    value={chosen.category_id ?? ''}
                    onValueChange={(next) => set({ category_id: next || null })}
                    options={[
                      { value: '', label: t('noCategory') },
                      ...categories.map(({ id, name: label }) => ({ value: id, label })),
                    ]}
                  />
                </div>
              </>
            )}
          </div>
        );
      })}
    </fieldset>
  );
}
