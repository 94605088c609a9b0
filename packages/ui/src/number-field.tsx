'use client';
import { NumberField as Base } from '@base-ui/react/number-field';
import clsx from 'clsx';
import { Minus, Plus } from 'lucide-react';
import type { Ref } from 'react';
import { Field, type FieldText, frameClass, splitField } from './field.tsx';
import { useSurroundings } from './ui-provider.tsx';
import { useUiText } from './ui-text.tsx';

export type NumberFieldProps = FieldText & {
  id?: string | undefined;
  name?: string | undefined;
  value?: number | null | undefined;
  defaultValue?: number | undefined;
  onValueChange?: ((value: number | null) => void) | undefined;
  onBlur?: (() => void) | undefined;
  min?: number | undefined;
  max?: number | undefined;
  step?: number | undefined;
  disabled?: boolean | undefined;
  format?: Intl.NumberFormatOptions | undefined;
  /** A short unit after the number, such as "min". */
  unit?: string | undefined;
  hideSteppers?: boolean | undefined;
  ref?: Ref<HTMLInputElement> | undefined;
};

const stepper =
  '-my-px flex w-control shrink-0 items-center justify-center border-y border-y-transparent bg-clip-padding text-ink-3 hover:bg-sunken hover:text-ink data-disabled:opacity-40';

function Steppers() {
  const text = useUiText();
  return (
    <>
      <Base.Decrement aria-label={text.decrease} className={clsx(stepper, 'border-s border-s-line')}>
        <Minus aria-hidden />
      </Base.Decrement>
      <Base.Increment
        aria-label={text.increase}
        className={clsx(stepper, 'rounded-e-control border-s border-s-line')}
      >
        <Plus aria-hidden />
      </Base.Increment>
    </>
  );
}

/** Reads and writes numbers as the reader's locale does; arrows step, Shift by ten, Home and End jump to the limits. */
export function NumberField(props: NumberFieldProps) {
  const { locale } = useSurroundings();
  const [field, { id, unit, hideSteppers, onBlur, ref, onValueChange, ...root }] = splitField(props);
  const given = Object.fromEntries(Object.entries(root).filter(([, value]) => value !== undefined));
  return (
    <Field {...field} id={id}>
      {(control) => (
        <Base.Root
          {...given}
          id={control.id}
          locale={locale}
          onValueChange={(value) => onValueChange?.(value)}
        >
          <Base.Group className={clsx(frameClass, 'flex items-stretch')}>
            <Base.Input
              ref={ref ?? null}
              onBlur={onBlur}
              aria-describedby={control['aria-describedby']}
              aria-invalid={control['aria-invalid']}
              aria-required={control['aria-required']}
              className="min-h-[calc(var(--spacing-control)-2px)] w-full min-w-0 rounded-control bg-transparent px-2.5 text-body tabular-nums"
            />
            {unit && <span className="flex items-center pe-2 text-small text-ink-3">{unit}</span>}
            {!hideSteppers && <Steppers />}
          </Base.Group>
        </Base.Root>
      )}
    </Field>
  );
}
