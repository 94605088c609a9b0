'use client';
import { Combobox as Base } from '@base-ui/react/combobox';
import { Avatar } from './avatar.tsx';
import { type ComboOption, ListBox, type ListBoxProps, sameOption } from './combobox/list.tsx';
import { ComboChips, ComboInput } from './combobox/parts.tsx';
import { useSearch } from './combobox/use-search.tsx';
import { Field, type FieldText, splitField } from './field.tsx';

export type PersonOption = ComboOption & { photo?: string | undefined };

type Shared<O extends ComboOption> = FieldText &
  Pick<ListBoxProps<O>, 'lead' | 'empty'> & {
    /** Finds options for what is typed; the signal is aborted when newer words arrive. */
    search: (query: string, signal: AbortSignal) => Promise<readonly O[]>;
    placeholder?: string | undefined;
    disabled?: boolean | undefined;
    id?: string | undefined;
  };

export type SearchPickerProps<O extends ComboOption> = Shared<O> & {
  value: O | null;
  onValueChange: (option: O | null) => void;
};

export type SearchMultiPickerProps<O extends ComboOption> = Shared<O> & {
  values: readonly O[];
  onValuesChange: (options: O[]) => void;
};

/** One record out of many that live on a server. */
export function SearchPicker<O extends ComboOption>(props: SearchPickerProps<O>) {
  const [field, { search, value, onValueChange, placeholder, disabled = false, id, ...list }] =
    splitField(props);
  const { found, loading, setQuery, setOpen } = useSearch(search);
  return (
    <Field {...field} id={id}>
      {(control) => (
        <Base.Root
          items={found}
          filter={null}
          value={value}
          disabled={disabled}
          autoHighlight
          isItemEqualToValue={(a: O, b: O) => sameOption(a, b)}
          onOpenChange={(open) => setOpen(open)}
          onInputValueChange={(query, { reason }) => setQuery(reason === 'item-press' ? '' : query)}
          onValueChange={(option: O | null) => onValueChange(option)}
        >
          <ComboInput control={control} placeholder={placeholder} clearable />
          <ListBox {...list} loading={loading} />
        </Base.Root>
      )}
    </Field>
  );
}

/** Several records out of many that live on a server. */
export function SearchMultiPicker<O extends ComboOption>(props: SearchMultiPickerProps<O>) {
  const [field, { search, values, onValuesChange, placeholder, disabled = false, id, ...list }] =
    splitField(props);
  const { found, loading, setQuery, setOpen } = useSearch(search);
  return (
    <Field {...field} id={id}>
      {(control) => (
        <Base.Root
          multiple
          items={found}
          filter={null}
          value={[...values]}
          disabled={disabled}
          autoHighlight
          isItemEqualToValue={(a: O, b: O) => sameOption(a, b)}
          onOpenChange={(open) => setOpen(open)}
          onInputValueChange={(query) => setQuery(query)}
          onValueChange={(options: O[]) => onValuesChange(options)}
        >
          <ComboChips control={control} placeholder={placeholder} />
          <ListBox {...list} loading={loading} />
        </Base.Root>
      )}
    </Field>
  );
}

const face = (person: PersonOption) => <Avatar name={person.label} src={person.photo} size="small" />;

export function PersonPicker(props: SearchPickerProps<PersonOption>) {
  return <SearchPicker lead={face} {...props} />;
}

export function PeoplePicker(props: SearchMultiPickerProps<PersonOption>) {
  return <SearchMultiPicker lead={face} {...props} />;
}
