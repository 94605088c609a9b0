'use client';
import clsx from 'clsx';
import { useId } from 'react';
import { usePackWords } from '../../pack-words.ts';
import { useContentValue, useEditor, useMayEdit } from '../editor-context.tsx';
import type { ControlProps } from './control-props.ts';

/** One or several out of a short list, all in sight as chips. */
export function ChoiceControl({ field, path, label }: ControlProps) {
  const words = usePackWords();
  const { document } = useEditor();
  const mayEdit = useMayEdit(path);
  const name = useId();
  const value = useContentValue(path);
  const isSingle = field.kind === 'choice';
  const chosen = isSingle ? (value ? [value] : []) : ((value as string[] | undefined) ?? []);
  const isFull = !isSingle && field.max !== undefined && chosen.length >= field.max;
  const choose = (option: string, on: boolean) => {
    const order = field.options?.map((each) => each.value) ?? [];
    const next = on
      ? order.filter((each) => each === option || chosen.includes(each))
      : chosen.filter((each) => each !== option);
    const single = on ? option : undefined;
    const set = isSingle ? single : next;
    document.edit([set === undefined ? { op: 'remove', path } : { op: 'set', path, value: set }]);
  };
  return (
    <fieldset disabled={!mayEdit} className="flex flex-wrap gap-1.5">
      <legend className="hidden-visually">{label}</legend>
      {field.options?.map((option) => {
        const checked = chosen.includes(option.value);
        return (
          <label
            key={option.value}
            className={clsx(
              'relative inline-flex min-h-control-small items-center rounded-control border px-2.5 text-small has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-board pointer-coarse:min-h-11',
              checked
                ? 'border-board-line bg-board-tint font-medium text-board'
                : 'border-line-strong bg-raised text-ink-2',
              mayEdit && !checked && 'hover:border-line-control hover:text-ink',
            )}
          >
            <input
              type={isSingle ? 'radio' : 'checkbox'}
              name={name}
              data-path={path}
              checked={checked}
              disabled={isFull && !checked}
              onChange={(event) => choose(option.value, event.target.checked)}
              onClick={() => isSingle && checked && mayEdit && choose(option.value, false)}
              className="absolute inset-0 cursor-pointer appearance-none rounded-control outline-none disabled:cursor-default"
            />
            {words(option.label)}
          </label>
        );
      })}
    </fieldset>
  );
}
