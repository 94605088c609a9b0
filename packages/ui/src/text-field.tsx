'use client';
import clsx from 'clsx';
import type { ComponentProps, ReactNode } from 'react';
import type { ControlSize } from './button-style.tsx';
import { Field, type FieldText, frameClass, inputClass, splitField } from './field.tsx';

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

/** Inside a frame the two hairlines are part of the height: fields beside each other stay level. */
const innerHeights: Record<ControlSize, string> = {
  small: 'min-h-[calc(var(--spacing-control-small)-2px)] px-2',
  medium: 'min-h-[calc(var(--spacing-control)-2px)] px-2.5',
  large: 'min-h-[calc(var(--spacing-control-large)-2px)] px-3 text-large',
};

const look = 'w-full min-w-0 flex-1 rounded-control bg-transparent px-2.5';

export function TextField(props: TextFieldProps) {
  const [field, { size = 'medium', icon, suffix, id, ...input }] = splitField(props);
  const framed = Boolean(icon ?? suffix);
  const direction = input.type === 'email' || input.type === 'url' ? 'ltr' : 'auto';
  return (
    <Field {...field} id={id}>
      {(control) => {
        const className = clsx(framed ? look : inputClass, framed ? innerHeights[size] : heights[size]);
        const box = <input type="text" dir={direction} {...input} {...control} className={className} />;
        if (!framed) return box;
        return (
          <div className={clsx(frameClass, 'flex items-center')}>
            {icon && <span className="flex ps-2.5 text-ink-3">{icon}</span>}
            {box}
            {suffix && <span className="flex items-center pe-2 text-small text-ink-3">{suffix}</span>}
          </div>
        );
      }}
    </Field>
  );
}
