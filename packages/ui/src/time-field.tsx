'use client';
import clsx from 'clsx';
import type { ComponentProps } from 'react';
import { Field, type FieldText, inputClass, splitField } from './field.tsx';

export type TimeFieldProps = FieldText &
  Omit<ComponentProps<'input'>, 'type' | 'size' | 'className' | 'required'> & {
    onValueChange?: ((value: string) => void) | undefined;
  };

/** The value is HH:MM on a 24-hour clock; the display follows the reader's locale. */
export function TimeField(props: TimeFieldProps) {
  const [field, { id, onChange, onValueChange, ...input }] = splitField(props);
  return (
    <Field {...field} id={id}>
      {(control) => (
        <input
          {...input}
          {...control}
          type="time"
          onChange={(event) => {
            onChange?.(event);
            onValueChange?.(event.target.value);
          }}
          className={clsx(
            inputClass,
            'min-h-control px-2.5 tabular-nums focus-within:border-board focus-within:outline-2 focus-within:outline-board',
          )}
        />
      )}
    </Field>
  );
}
