'use client';
import clsx from 'clsx';
import type { ComponentProps } from 'react';
import { Field, type FieldText, inputClass, splitField } from './field.tsx';

export type DateFieldProps = FieldText &
  Omit<ComponentProps<'input'>, 'type' | 'size' | 'className' | 'required'> & {
    onValueChange?: ((value: string) => void) | undefined;
  };

/** The platform's own date input: the value is YYYY-MM-DD, the display follows the reader's locale. */
export function DateField(props: DateFieldProps) {
  const [field, { id, onChange, onValueChange, ...input }] = splitField(props);
  return (
    <Field {...field} id={id}>
      {(control) => (
        <input
          {...input}
          {...control}
          type="date"
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
