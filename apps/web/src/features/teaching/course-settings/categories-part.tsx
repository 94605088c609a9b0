'use client';
import {
  createGradeCategory,
  deleteGradeCategory,
  type GradeCategory,
  listGradeCategories,
  updateGradeCategory,
} from '@k12/contracts/teaching/grade-categories';
import { updateGradebookSettings } from '@k12/contracts/teaching/totals';
import { Badge } from '@k12/ui/badge';
import { Button } from '@k12/ui/button';
import { IconButton } from '@k12/ui/icon-button';
import { NumberField } from '@k12/ui/number-field';
import { TextField } from '@k12/ui/text-field';
import { Plus, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useApi, useChange } from '@/lib/api/hooks.ts';
import { RegionBody } from '@/shell/region.tsx';
import { Part, type PartProps } from './settings-part.tsx';

interface Weight {
  weight_percent: number;
  drop_lowest: number;
}

const refreshes = ['gradebook.', 'grade_categories.'] as const;

/** What each kind of work weighs; weights count once they make 100 (TCH-109). */
export function CategoriesPart(part: PartProps) {
  const t = useTranslations('teaching-settings');
  const categories = useApi(listGradeCategories, { params: { id: part.courseId } });
  const isWeighted = part.shown.settings.calculation === 'weighted';
  return (
    <Part title={t('categories')} about={isWeighted ? t('weightsAbout') : t('pointsAbout')}>
      <RegionBody reply={categories}>{({ data }) => <Rows {...part} categories={data} />}</RegionBody>
    </Part>
  );
}

function Rows({ courseId, shown, disabled, categories }: PartProps & { categories: GradeCategory[] }) {
  const t = useTranslations('teaching-settings');
  const attempt = useAttempt();
  const save = useChange(updateGradebookSettings, refreshes);
  const [typed, setTyped] = useState<Record<string, Weight>>({});
  const isWeighted = shown.settings.calculation === 'weighted';
  const weightOf = (category: GradeCategory): Weight =>
    typed[category.id] ?? {
      weight_percent: Number(category.weight_percent),
      drop_lowest: category.drop_lowest,
    };
  const change = (category: GradeCategory, part: Partial<Weight>) =>
    setTyped({ ...typed, [category.id]: { ...weightOf(category), ...part } });
  const counted = categories.filter(({ is_extra_credit }) => !is_extra_credit);
  const sum = counted.reduce((total, category) => total + weightOf(category).weight_percent, 0);
  const isWhole = Math.abs(sum - 100) < 0.0005;
  const keep = (is_draft: boolean) =>
    attempt(
      async () => {
        await save({
          params: { id: courseId },
          body: {
            settings: {},
            categories: categories.map((category) => ({
              id: category.id,
              drop_highest: category.drop_highest,
              ...weightOf(category),
            })),
            is_draft,
            lock_version: shown.lock_version,
          },
        });
        setTyped({});
      },
      { done: t('saved') },
    );
  return (
    <div className="grid gap-3">
      <ul className="grid divide-y divide-line border-line border-y">
        {categories.map((category) => (
          <CategoryRow
            key={category.id}
            category={category}
            weight={weightOf(category)}
            showsWeight={isWeighted}
            disabled={disabled}
            onChange={(part) => change(category, part)}
          />
        ))}
      </ul>
      <div className="flex flex-wrap items-center gap-3">
        {isWeighted && (
          <Badge tone={isWhole ? 'ok' : 'warn'}>{t('sum', { sum: Math.round(sum * 1000) / 1000 })}</Badge>
        )}
        {Object.keys(typed).length > 0 && (
          <>
            <Button variant="primary" onClick={() => void keep(isWeighted && !isWhole)}>
              {isWeighted && !isWhole ? t('keepDraft') : t('keepWeights')}
            </Button>
            <Button variant="quiet" onClick={() => setTyped({})}>
              {t('takeBack')}
            </Button>
          </>
        )}
      </div>
      {!disabled && <NewCategory courseId={courseId} />}
    </div>
  );
}

interface RowProps {
  category: GradeCategory;
  weight: Weight;
  showsWeight: boolean;
  disabled: boolean;
  onChange: (part: Partial<Weight>) => void;
}

function CategoryRow({ category, weight, showsWeight, disabled, onChange }: RowProps) {
  const t = useTranslations('teaching-settings');
  const attempt = useAttempt();
  const rename = useChange(updateGradeCategory, refreshes);
  const remove = useChange(deleteGradeCategory, refreshes);
  const { id, name, lock_version } = category;
  return (
    <li className="grid items-start gap-3 py-3 tablet:grid-cols-[minmax(0,1fr)_8rem_8rem_auto]">
      <TextField
        label={t('name')}
        defaultValue={name}
        disabled={disabled}
        hint={t('items', { count: category.assignments_count })}
        onBlur={(event) => {
          const next = event.target.value.trim();
          if (next && next !== name)
            void attempt(() => rename({ params: { id }, body: { name: next, lock_version } }));
        }}
      />
      {showsWeight ? (
        <NumberField
          label={t('weight')}
          unit="%"
          min={0}
          max={1000}
          hideSteppers
          disabled={disabled}
          value={weight.weight_percent}
          onValueChange={(next) => onChange({ weight_percent: next ?? 0 })}
        />
      ) : (
        <span className="max-tablet:hidden" />
      )}
      <NumberField
        label={t('dropLowest')}
        min={0}
        max={50}
        hideSteppers
        disabled={disabled}
        value={weight.drop_lowest}
        onValueChange={(next) => onChange({ drop_lowest: next ?? 0 })}
      />
      {!disabled && (
        <span className="tablet:mt-6">
          <IconButton
            label={t('removeCategory', { name })}
            icon={<Trash2 aria-hidden />}
            variant="quiet"
            disabled={category.assignments_count > 0}
            onClick={() => void attempt(() => remove({ params: { id }, query: {} }))}
          />
        </span>
      )}
    </li>
  );
}

function NewCategory({ courseId }: { courseId: string }) {
  const t = useTranslations('teaching-settings');
  const attempt = useAttempt();
  const create = useChange(createGradeCategory, refreshes);
  const [name, setName] = useState('');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!name.trim()) return;
    const isDone = await attempt(() => create({ params: { id: courseId }, body: { name: name.trim() } }));
    if (isDone) setName('');
  };
  return (
    <form onSubmit={(event) => void submit(event)} className="flex flex-wrap items-end gap-2">
      <TextField
        label={t('newCategory')}
        maxLength={120}
        autoComplete="off"
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Button type="submit" icon={<Plus aria-hidden />} disabled={!name.trim()}>
        {t('add')}
      </Button>
    </form>
  );
}
