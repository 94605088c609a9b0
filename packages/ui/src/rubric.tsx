'use client';
import clsx from 'clsx';
import { type KeyboardEvent, useId } from 'react';

export type RubricLevel = {
  value: string;
  /** Short and first, usually the points. */
  mark: string;
  label: string;
  /** What work at this level looks like. */
  description?: string | undefined;
};

export type RubricCriterion = {
  key: string;
  label: string;
  hint?: string | undefined;
  levels: readonly RubricLevel[];
};

export type RubricProps = {
  label: string;
  criteria: readonly RubricCriterion[];
  /** Criterion key to level value. */
  value: Readonly<Record<string, string>>;
  onValueChange: (criterion: string, level: string | undefined) => void;
  readOnly?: boolean | undefined;
};

type CriterionProps = { criterion: RubricCriterion; rubric: RubricProps; name: string };

function Level({ level, criterion, rubric, name }: CriterionProps & { level: RubricLevel }) {
  const checked = rubric.value[criterion.key] === level.value;
  return (
    <label
      title={level.description}
      className={clsx(
        'relative flex min-h-10 min-w-16 flex-1 flex-col items-center justify-center rounded-control border border-line-strong bg-raised px-1 py-1 text-center text-mini',
        'has-checked:border-board has-checked:bg-board-tint has-checked:text-board has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-board',
        !rubric.readOnly && 'hover:border-line-control pointer-coarse:min-h-12',
        'forced-colors:has-checked:outline-2',
      )}
    >
      <input
        type="radio"
        name={`${name}-${criterion.key}`}
        value={level.value}
        checked={checked}
        disabled={rubric.readOnly}
        onChange={() => rubric.onValueChange(criterion.key, level.value)}
        className="absolute inset-0 cursor-pointer appearance-none rounded-control outline-none disabled:cursor-default"
      />
      <span className="font-semibold tabular-nums">{level.mark}</span>
      <span>{level.label}</span>
    </label>
  );
}

/** Criteria under each other, levels side by side. Number keys choose a level and go on to the next criterion. */
function Criterion({ criterion, rubric, name }: CriterionProps) {
  const byNumber = (event: KeyboardEvent<HTMLFieldSetElement>) => {
    if (rubric.readOnly || event.ctrlKey || event.metaKey || event.altKey) return;
    const level = criterion.levels[Number(event.key) - 1];
    if (!level && event.key !== 'Backspace') return;
    event.preventDefault();
    rubric.onValueChange(criterion.key, level?.value);
    const next = event.currentTarget.nextElementSibling;
    const goal =
      next?.querySelector<HTMLElement>('input:checked') ?? next?.querySelector<HTMLElement>('input');
    if (level) goal?.focus();
  };
  const chosen = criterion.levels.find(({ value }) => value === rubric.value[criterion.key]);
  return (
    <fieldset onKeyDown={byNumber} className="min-w-0">
      <legend className="pb-1.5 text-small font-semibold">
        {criterion.label}
        {criterion.hint && <span className="font-regular text-ink-3"> {criterion.hint}</span>}
      </legend>
      <div className="flex flex-wrap gap-1">
        {criterion.levels.map((level) => (
          <Level key={level.value} level={level} criterion={criterion} rubric={rubric} name={name} />
        ))}
      </div>
      {chosen?.description && <p className="pt-1.5 text-small text-ink-2">{chosen.description}</p>}
    </fieldset>
  );
}

export function Rubric(props: RubricProps) {
  const name = useId();
  return (
    <fieldset aria-label={props.label} className="flex min-w-0 flex-col gap-4">
      {props.criteria.map((criterion) => (
        <Criterion key={criterion.key} criterion={criterion} rubric={props} name={name} />
      ))}
    </fieldset>
  );
}
