'use client';
import clsx from 'clsx';
import { type ComponentProps, type ReactNode, useId } from 'react';
import { boxClass } from './checkbox.tsx';
import { FieldNotes, type FieldText, Marker } from './field.tsx';

export type RadioOption = {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
  disabled?: boolean | undefined;
};

export type RadioGroupProps = FieldText & {
  options: readonly RadioOption[];
  name?: string | undefined;
  value?: string | undefined;
  defaultValue?: string | undefined;
  onValueChange?: ((value: string) => void) | undefined;
  /** Props for every radio, such as a form library's registration. */
  inputProps?: Omit<ComponentProps<'input'>, 'type' | 'value' | 'className'> | undefined;
  /** Cards give each option a frame: for two to four options with a hint. */
  look?: 'plain' | 'cards' | undefined;
  inline?: boolean | undefined;
};

const dot =
  "rounded-full after:size-2 after:rounded-full after:bg-on-board after:opacity-0 after:content-[''] checked:after:opacity-100";

function Radio({ option, group, id }: { option: RadioOption; group: RadioGroupProps; id: string }) {
  const hintId = `${id}-${option.value}-hint`;
  const { value, defaultValue, onValueChange, inputProps, look } = group;
  return (
    <label
      className={clsx(
        'flex items-start gap-2 text-body pointer-coarse:min-h-11 pointer-coarse:py-2',
        look === 'cards' &&
          'rounded-card border border-line bg-raised p-3 has-checked:border-board has-checked:bg-board-tint',
      )}
    >
      <input
        {...inputProps}
        type="radio"
        name={inputProps?.name ?? group.name ?? id}
        value={option.value}
        disabled={option.disabled}
        aria-describedby={option.hint ? hintId : undefined}
        {...(value !== undefined && { checked: value === option.value })}
        {...(defaultValue !== undefined && { defaultChecked: defaultValue === option.value })}
        onChange={(event) => {
          inputProps?.onChange?.(event);
          onValueChange?.(event.target.value);
        }}
        className={clsx(boxClass, dot, 'mt-px')}
      />
      <span>
        <span className="block">{option.label}</span>
        {option.hint && (
          <span id={hintId} className="block text-small text-ink-3">
            {option.hint}
          </span>
        )}
      </span>
    </label>
  );
}

export function RadioGroup(props: RadioGroupProps) {
  const { label, hint, error, required, optional, hideLabel, className, options, inline, look } = props;
  const id = useId();
  const described = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ');
  return (
    <div
      role="radiogroup"
      aria-labelledby={`${id}-label`}
      aria-required={required || undefined}
      aria-invalid={error ? true : undefined}
      aria-describedby={described || undefined}
      className={clsx('flex min-w-0 flex-col gap-1.5', className)}
    >
      <span
        id={`${id}-label`}
        className={clsx('text-small font-medium text-ink-2', hideLabel && 'hidden-visually')}
      >
        {label}
        <Marker required={required} optional={optional} />
      </span>
      <div
        className={clsx(
          'flex gap-1.5',
          inline ? 'flex-wrap gap-x-5' : 'flex-col',
          look === 'cards' && 'gap-2',
        )}
      >
        {options.map((option) => (
          <Radio key={option.value} option={option} group={props} id={id} />
        ))}
      </div>
      <FieldNotes id={id} hint={hint} error={error} />
    </div>
  );
}
