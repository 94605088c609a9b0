'use client';
import { OTPField } from '@base-ui/react/otp-field';
import clsx from 'clsx';
import { Field, type FieldText, inputClass, splitField } from './field.tsx';
import { useUiText } from './ui-text.tsx';

export type CodeFieldProps = FieldText & {
  length?: number | undefined;
  value?: string | undefined;
  onValueChange?: ((value: string) => void) | undefined;
  /** All characters are there. */
  onComplete?: ((value: string) => void) | undefined;
  /** Letters as well as digits. */
  letters?: boolean | undefined;
  disabled?: boolean | undefined;
  name?: string | undefined;
  id?: string | undefined;
};

/** A one-time code: accepts a paste, the keyboard's suggestion and password managers. */
export function CodeField(props: CodeFieldProps) {
  const text = useUiText();
  const [field, rest] = splitField(props);
  const { length = 6, value, onValueChange, onComplete, letters, disabled = false, name, id } = rest;
  return (
    <Field {...field} id={id}>
      {(control) => (
        <OTPField.Root
          id={control.id}
          length={length}
          disabled={disabled}
          validationType={letters ? 'alphanumeric' : 'numeric'}
          aria-describedby={control['aria-describedby']}
          {...(name && { name })}
          {...(value !== undefined && { value })}
          onValueChange={(next) => onValueChange?.(next)}
          onValueComplete={(next) => onComplete?.(next)}
          dir="ltr"
          className="flex gap-1.5"
        >
          {Array.from({ length }, (_, index) => (
            <OTPField.Input
              // biome-ignore lint/suspicious/noArrayIndexKey: the position is the identity of a slot
              key={index}
              aria-label={index === 0 ? undefined : text.characterOf(index + 1, length)}
              aria-invalid={control['aria-invalid']}
              className={clsx(
                inputClass,
                'size-11 max-w-11 flex-1 px-0 text-center text-heading font-semibold tabular-nums',
              )}
            />
          ))}
        </OTPField.Root>
      )}
    </Field>
  );
}
