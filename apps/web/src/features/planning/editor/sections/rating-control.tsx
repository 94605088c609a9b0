'use client';
import clsx from 'clsx';
import { useId } from 'react';
import { useContentValue, useEditor, useMayEdit } from '../editor-context.tsx';
import type { ControlProps } from './control-props.ts';

/** A number out of a few; pressing the chosen one again takes it back. */
export function RatingControl({ field, path, label }: ControlProps) {
  const { document } = useEditor();
  const mayEdit = useMayEdit(path);
  const name = useId();
  const value = useContentValue(path);
  const least = field.min ?? 1;
  const steps = Array.from({ length: (field.max ?? 5) - least + 1 }, (_, at) => least + at);
  const choose = (step: number) =>
    document.edit([step === value ? { op: 'remove', path } : { op: 'set', path, value: step }]);
  return (
    <fieldset disabled={!mayEdit} className="flex gap-1">
      <legend className="hidden-visually">{label}</legend>
      {steps.map((step) => (
        <label
          key={step}
          className={clsx(
            'relative flex size-8 items-center justify-center rounded-control border text-small tabular-nums has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-board pointer-coarse:size-11',
            step === value
              ? 'border-board bg-board-tint font-semibold text-board'
              : 'border-line-strong bg-raised',
          )}
        >
          <input
            type="radio"
            name={name}
            data-path={path}
            checked={step === value}
            onChange={() => choose(step)}
            onClick={() => step === value && choose(step)}
            className="absolute inset-0 cursor-pointer appearance-none rounded-control outline-none disabled:cursor-default"
          />
          {step}
        </label>
      ))}
    </fieldset>
  );
}
