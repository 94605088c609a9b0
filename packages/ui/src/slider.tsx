'use client';
import { Slider as Base } from '@base-ui/react/slider';
import { Field, type FieldText, splitField } from './field.tsx';
import { useSurroundings } from './ui-provider.tsx';

export type SliderProps = FieldText & {
  value?: number | undefined;
  defaultValue?: number | undefined;
  onValueChange?: ((value: number) => void) | undefined;
  onValueCommitted?: ((value: number) => void) | undefined;
  min?: number | undefined;
  max?: number | undefined;
  step?: number | undefined;
  disabled?: boolean | undefined;
  /** How the number is said and shown, such as "30 %". */
  format?: ((value: number) => string) | undefined;
};

/** For a rough amount. Where the exact number matters use a number field. */
export function Slider(props: SliderProps) {
  const { locale } = useSurroundings();
  const [field, rest] = splitField(props);
  const {
    value,
    defaultValue,
    onValueChange,
    onValueCommitted,
    min = 0,
    max = 100,
    step = 1,
    disabled = false,
    format,
  } = rest;
  const chosen = value === undefined ? { defaultValue: defaultValue ?? min } : { value };
  const say = format ?? ((number: number) => new Intl.NumberFormat(locale).format(number));
  return (
    <Base.Root
      {...chosen}
      min={min}
      max={max}
      step={step}
      disabled={disabled}
      onValueChange={(next: number) => onValueChange?.(next)}
      onValueCommitted={(next: number) => onValueCommitted?.(next)}
    >
      <Field {...field} aside={<Base.Value>{(_, [now]) => say(now ?? min)}</Base.Value>}>
        {(control) => (
          <Base.Control className="flex min-h-control touch-none items-center px-2.5">
            <Base.Track className="h-1.5 w-full rounded-full bg-line-strong">
              <Base.Indicator className="paint rounded-full bg-board" />
              <Base.Thumb
                id={control.id}
                getAriaLabel={() => (typeof field.label === 'string' ? field.label : '')}
                getAriaValueText={(_, now) => say(now)}
                aria-describedby={control['aria-describedby']}
                className="paint size-5 rounded-full border border-line-control bg-raised shadow-lifted has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-board pointer-coarse:size-7"
              />
            </Base.Track>
          </Base.Control>
        )}
      </Field>
    </Base.Root>
  );
}
