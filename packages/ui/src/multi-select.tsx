'use client';
import { Combobox as Base } from '@base-ui/react/combobox';
import { type ComboOption, ListBox, type ListBoxProps, sameOption } from './combobox/list.tsx';
import { ComboChips } from './combobox/parts.tsx';
import { Field, type FieldText, splitField } from './field.tsx';

export type MultiSelectProps = FieldText &
  ListBoxProps<ComboOption> & {
    options: readonly ComboOption[];
    values?: readonly string[] | undefined;
    defaultValues?: readonly string[] | undefined;
    onValuesChange?: ((values: string[]) => void) | undefined;
    placeholder?: string | undefined;
    disabled?: boolean | undefined;
    name?: string | undefined;
    id?: string | undefined;
  };

/** Several out of a list, as chips. Up to six choices read better as checkboxes. */
export function MultiSelect(props: MultiSelectProps) {
  const [field, rest] = splitField(props);
  const {
    options,
    values,
    defaultValues,
    onValuesChange,
    placeholder,
    disabled = false,
    name,
    id,
    ...list
  } = rest;
  const find = (keys: readonly string[]) => options.filter((option) => keys.includes(option.value));
  const chosen = values === undefined ? { defaultValue: find(defaultValues ?? []) } : { value: find(values) };
  return (
    <Field {...field} id={id}>
      {(control) => (
        <Base.Root
          {...chosen}
          {...(name && { name })}
          multiple
          items={options}
          disabled={disabled}
          autoHighlight
          isItemEqualToValue={sameOption}
          onValueChange={(next: ComboOption[]) => onValuesChange?.(next.map((option) => option.value))}
        >
          <ComboChips control={control} placeholder={placeholder} />
          <ListBox {...list} />
        </Base.Root>
      )}
    </Field>
  );
}
