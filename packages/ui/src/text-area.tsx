'use client';
import clsx from 'clsx';
import type { ComponentProps } from 'react';
import { Field, type FieldText, inputClass, splitField } from './field.tsx';

export type TextAreaProps = FieldText &
  Omit<ComponentProps<'textarea'>, 'className' | 'required'> & {
    /** The current length, shown beside the label against maxLength. */
    count?: number | undefined;
  };

/** Grows with what is written. */
export function TextArea(props: TextAreaProps) {
  const [field, { id, count, ...area }] = splitField(props);
  const aside =
    count !== undefined && area.maxLength ? `\u2066${count} / ${area.maxLength}\u2069` : undefined;
  return (
    <Field {...field} id={id} aside={aside}>
      {(control) => (
        <textarea
          rows={3}
          dir="auto"
          {...area}
          {...control}
          className={clsx(inputClass, 'field-sizing-content max-h-96 min-h-20 px-2.5 py-1.5')}
        />
      )}
    </Field>
  );
}
