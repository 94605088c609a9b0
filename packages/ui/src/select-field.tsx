'use client';
import clsx from 'clsx';
import { ChevronDown } from 'lucide-react';
import type { ComponentProps } from 'react';
import type { ControlSize } from './button-style.tsx';
import { Field, type FieldText, inputClass, splitField } from './field.tsx';

export type SelectOption = {
  value: string;
  label: string;
  disabled?: boolean | undefined;
  /** Options sharing a group are listed under it. */
  group?: string | undefined;
};

export type SelectFieldProps = FieldText &
  Omit<ComponentProps<'select'>, 'size' | 'className' | 'required' | 'children'> & {
    options: readonly SelectOption[];
    /** Shown first with an empty value. */
    placeholder?: string | undefined;
    size?: ControlSize | undefined;
    onValueChange?: ((value: string) => void) | undefined;
  };

function grouped(options: readonly SelectOption[]) {
  const groups = new Map<string, SelectOption[]>();
  for (const option of options) {
    const key = option.group ?? '';
    groups.set(key, [...(groups.get(key) ?? []), option]);
  }
  return [...groups];
}

function Option({ value, label, disabled }: SelectOption) {
  return (
    <option value={value} disabled={disabled}>
      {label}
    </option>
  );
}

const heights: Record<ControlSize, string> = {
  small: 'min-h-control-small ps-2 text-small',
  medium: 'min-h-control ps-2.5',
  large: 'min-h-control-large ps-3',
};

/** The platform's own select: best on phones and with assistive technology. Past a dozen options use a combobox. */
export function SelectField(props: SelectFieldProps) {
  const [field, { options, placeholder, size = 'medium', onValueChange, onChange, id, ...select }] =
    splitField(props);
  return (
    <Field {...field} id={id}>
      {(control) => (
        <div className="relative flex items-center">
          <select
            {...select}
            {...control}
            onChange={(event) => {
              onChange?.(event);
              onValueChange?.(event.target.value);
            }}
            className={clsx(inputClass, heights[size], 'cursor-pointer appearance-none truncate pe-8')}
          >
            {placeholder !== undefined && <option value="">{placeholder}</option>}
            {grouped(options).map(([group, items]) =>
              group ? (
                <optgroup key={group} label={group}>
                  {items.map((option) => (
                    <Option key={option.value} {...option} />
                  ))}
                </optgroup>
              ) : (
                items.map((option) => <Option key={option.value} {...option} />)
              ),
            )}
          </select>
          <ChevronDown aria-hidden className="pointer-events-none absolute end-2.5 text-ink-3" />
        </div>
      )}
    </Field>
  );
}
