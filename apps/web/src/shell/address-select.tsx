'use client';
import { SelectField, type SelectOption } from '@k12/ui/select-field';
import { useAddress } from '@/lib/address.ts';

interface Props {
  name: string;
  label: string;
  /** Says what an empty filter means, as in "All roles". */
  all: string;
  options: readonly SelectOption[];
}

/** One filter of a list, kept in the address. */
export function AddressSelect({ name, label, all, options }: Props) {
  const { read, write } = useAddress();
  return (
    <SelectField
      label={label}
      hideLabel
      placeholder={all}
      value={read(name)}
      onValueChange={(value) => write({ [name]: value || null })}
      options={options}
    />
  );
}
