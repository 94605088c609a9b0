'use client';
import clsx from 'clsx';
import { type ComponentProps, useId, useState } from 'react';
import { Field, type FieldText, inputClass, splitField } from './field.tsx';
import { RadioGroup } from './radio-group.tsx';
import { useSurroundings } from './ui-provider.tsx';
import { useUiText } from './ui-text.tsx';
import { type Reading, readMoment } from './when-field/parse.tsx';

export type WhenFieldProps = FieldText &
  Omit<ComponentProps<'input'>, 'type' | 'size' | 'className' | 'required' | 'value' | 'onChange'> & {
    /** The zone of the school: what is typed means its clocks. */
    timeZone: string;
    /** `HH:MM`, meant where only a day is said. */
    defaultTime?: string | undefined;
    /** For tests and examples; otherwise now. */
    now?: Date | undefined;
    /** Null while nothing, or nothing certain, is said. */
    onValueChange: (value: string | null) => void;
  };

/**
 * A moment in words, such as "next Friday 8am", shown resolved with its zone under the field. A time that the clocks
 * skip is refused; of one that they show twice it is asked which is meant (UXP-35).
 */
export function WhenField({ timeZone, defaultTime, now, onValueChange, ...props }: WhenFieldProps) {
  const [field, { id: given, ...input }] = splitField(props);
  const own = useId();
  const id = given ?? own;
  const text = useUiText();
  const { locale } = useSurroundings();
  const [typed, setTyped] = useState('');
  const [choice, setChoice] = useState('');
  const read = (value: string) =>
    readMoment(value, { timeZone, locale, now: now ?? new Date(), defaultTime });
  const reading = read(typed);
  const change = (value: string) => {
    setTyped(value);
    setChoice('');
    const next = read(value);
    onValueChange(next.kind === 'one' ? (next.instants[0]?.toISOString() ?? null) : null);
  };
  const choose = (value: string) => {
    setChoice(value);
    onValueChange(value);
  };
  const isSkipped = reading.kind === 'skipped';
  return (
    <div className="grid gap-2">
      <Field {...field} id={id} error={isSkipped ? text.timeSkipped : field.error}>
        {(control) => (
          <input
            {...input}
            {...control}
            aria-describedby={[control['aria-describedby'], `${id}-meant`].filter(Boolean).join(' ')}
            type="text"
            autoComplete="off"
            value={typed}
            onChange={(event) => change(event.target.value)}
            className={clsx(inputClass, 'min-h-control px-2.5')}
          />
        )}
      </Field>
      <p id={`${id}-meant`} role="status" className="text-small text-ink-2">
        {said(reading, { locale, timeZone, text })}
      </p>
      {reading.kind === 'twice' && (
        <RadioGroup
          label={text.timeTwice}
          value={choice}
          onValueChange={choose}
          options={reading.instants.map((at) => ({
            value: at.toISOString(),
            label: momentWords(at, locale, timeZone),
          }))}
        />
      )}
    </div>
  );
}

interface Words {
  locale: string;
  timeZone: string;
  text: ReturnType<typeof useUiText>;
}

function said(reading: Reading, { locale, timeZone, text }: Words): string {
  if (reading.kind === 'empty') return text.timesOf(zoneName(locale, timeZone));
  if (reading.kind === 'unknown') return text.timeUnknown;
  const [at] = reading.instants;
  return reading.kind === 'one' && at ? momentWords(at, locale, timeZone) : '';
}

/** `Friday, November 27, 2026 at 8:00 AM EST`: the zone is part of what is shown. */
function momentWords(at: Date, locale: string, timeZone: string): string {
  return new Intl.DateTimeFormat(locale, {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(at);
}

function zoneName(locale: string, timeZone: string): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'longGeneric' }).formatToParts();
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}
