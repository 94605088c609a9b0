'use client';
import clsx from 'clsx';
import type { ComponentProps, ReactNode } from 'react';
import type { ControlSize } from './button-style.tsx';
import { Field, type FieldText, inputClass, splitField } from './field.tsx';

export type TextFieldProps = FieldText &
  Omit<ComponentProps<'input'>, 'size' | 'className' | 'required'> & {
    size?: ControlSize | undefined;
    /** An icon at the start, such as a magnifier. */
    icon?: ReactNode;
    /** A unit or a button at the end. */
    suffix?: ReactNode;
  };

const heights: Record<ControlSize, string> = {
  small: 'min-h-control-small px-2',
  medium: 'min-h-control px-2.5',
  large: 'min-h-control-large px-3 text-large',
};

export function TextField(props: TextFieldProps) {
  const [field, { size = 'medium', icon, suffix, id, ...input }] = splitField(props);
  return (
    <Field {...field} id={id}>
      {(control) => (
        <div className="relative flex items-center">
          {icon && <span className="pointer-events-none absolute start-2.5 text-ink-3">{icon}</span>}
          <input
            type="text"
            dir={input.type === 'email' || input.type === 'url' ? 'ltr' : 'auto'}
            {...input}
            {...control}
            className={clsx(inputClass, heights[size], icon && 'ps-8.5', suffix && 'pe-10')}
          />
          {suffix && <span className="absolute end-2 flex items-center text-small text-ink-3">{suffix}</span>}
        </div>
      )}
    </Field>
  );
}
