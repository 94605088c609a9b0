'use client';
import { Combobox as Base } from '@base-ui/react/combobox';
import { type ComboOption, ListBox, type ListBoxProps, sameOption } from './combobox/list.tsx';
import { ComboInput } from './combobox/parts.tsx';
import { Field, type FieldText, splitField } from './field.tsx';

export type { ComboOption } from './combobox/list.tsx';

export type ComboboxProps = FieldText &
  ListBoxProps<ComboOption> & {
    options: readonly ComboOption[];
    value?: string | null | undefined;
    defaultValue?: string | null | undefined;
    onValueChange?: ((value: string | null) => void) | undefined;
    placeholder?: string | undefined;
    clearable?: boolean | undefined;
    disabled?: boolean | undefined;
    name?: string | undefined;
    id?: string | undefined;
  };

/** Type to narrow a list that is already here. For choices found on a server use PersonPicker. */
export function Combobox(props: ComboboxProps) {
  const [field, rest] = splitField(props);
  const {
    options,
    value,
    defaultValue,
    onValueChange,
    placeholder,
    clearable,
    disabled = false,
    name,
    id,
    ...list
  } = rest;
  const find = (key: string | null | undefined) => options.find((option) => option.value === key) ?? null;
  const chosen = value === undefined ? { defaultValue: find(defaultValue) } : { value: find(value) };
  return (
    <Field {...field} id={id}>
      {(control) => (
        <Base.Root
          {...chosen}
          {...(name && { name })}
          items={options}
          disabled={disabled}
          autoHighlight
          isItemEqualToValue={sameOption}
          onValueChange={(option: ComboOption | null) => onValueChange?.(option?.value ?? null)}
        >
          <ComboInput control={control} placeholder={placeholder} clearable={clearable} />
          <ListBox {...list} />
        </Base.Root>
      )}
    </Field>
  );
}
