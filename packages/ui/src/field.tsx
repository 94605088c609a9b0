'use client';
import clsx from 'clsx';
import { CircleAlert } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { useEarlyInput } from './early-input.ts';
import { useUiText } from './ui-text.tsx';

export type FieldText = {
  label: ReactNode;
  hint?: ReactNode;
  /** What is wrong and how to put it right; shown under the control and tied to it. */
  error?: string | undefined;
  required?: boolean | undefined;
  /** Marks the exception in a form where nearly everything is required. */
  optional?: boolean | undefined;
  /** Keeps the label for assistive technology only. */
  hideLabel?: boolean | undefined;
  className?: string | undefined;
};

export type ControlProps = {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
  'aria-required': true | undefined;
};

export type FieldProps = FieldText & {
  id?: string | undefined;
  /** Shown at the end of the label line, such as a count. */
  aside?: ReactNode;
  children: (control: ControlProps) => ReactNode;
};

export function useControl(field: Pick<FieldText, 'hint' | 'error' | 'required'>, id?: string): ControlProps {
  const own = useId();
  const key = id ?? own;
  const described = [field.error && `${key}-error`, field.hint && `${key}-hint`].filter(Boolean).join(' ');
  return {
    id: key,
    'aria-describedby': described || undefined,
    'aria-invalid': field.error ? true : undefined,
    'aria-required': field.required ? true : undefined,
  };
}

export function Marker({ required, optional }: Pick<FieldText, 'required' | 'optional'>) {
  const text = useUiText();
  if (!required && !optional) return null;
  return <span className="font-regular text-ink-3"> ({required ? text.required : text.optional})</span>;
}

export function FieldNotes({
  id,
  hint,
  error,
}: {
  id: string;
  hint?: ReactNode;
  error?: string | undefined;
}) {
  return (
    <>
      {error && (
        <p id={`${id}-error`} className="flex gap-1.5 text-small text-bad">
          <CircleAlert aria-hidden className="mt-px" />
          {error}
        </p>
      )}
      {hint && (
        <p id={`${id}-hint`} className="text-small text-ink-3">
          {hint}
        </p>
      )}
    </>
  );
}

/** Label, control, error and hint, in that order and tied together. */
export function Field(props: FieldProps) {
  const { label, hint, error, required, optional, hideLabel, className, id, aside, children } = props;
  const control = useControl({ hint, error, required }, id);
  useEarlyInput(control.id);
  return (
    <div className={clsx('flex min-w-0 flex-col gap-1.5', className)}>
      <div className={clsx('flex items-baseline justify-between gap-2', hideLabel && 'hidden-visually')}>
        <label htmlFor={control.id} className="text-small font-medium text-ink-2">
          {label}
          <Marker required={required} optional={optional} />
        </label>
        {aside && <bdi className="text-mini text-ink-3 tabular-nums">{aside}</bdi>}
      </div>
      {children(control)}
      <FieldNotes id={control.id} hint={hint} error={error} />
    </div>
  );
}

/** A select and a frame count as read-only to the selector: only what is typed into loses its ground. */
export const inputClass = clsx(
  'w-full min-w-0 rounded-control border border-line-control bg-raised text-body text-ink transition-colors duration-fast',
  'hover:border-ink-3 aria-invalid:border-bad disabled:bg-sunken disabled:text-ink-3 [&:is(input,textarea):read-only]:bg-transparent',
  'focus-visible:border-board focus-visible:outline-offset-0',
);

/** For frames that hold an input with other things: the frame carries the ring, the input none. */
export const frameClass = clsx(
  inputClass,
  'has-[input:focus-visible]:border-board has-[input:focus-visible]:outline-2 has-[input:focus-visible]:outline-board',
  'has-aria-invalid:border-bad has-[input:disabled]:bg-sunken [&_input]:outline-none',
);

type FieldKeys = keyof FieldText;

/** Parts the props of a field from those of the native control. */
export function splitField<P extends FieldText>(props: P): [FieldText, Omit<P, FieldKeys>] {
  const { label, hint, error, required, optional, hideLabel, className, ...rest } = props;
  return [{ label, hint, error, required, optional, hideLabel, className }, rest as Omit<P, FieldKeys>];
}
