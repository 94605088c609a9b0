'use client';
import clsx from 'clsx';
import type { ComponentProps, ReactNode } from 'react';
import { FieldNotes, useControl } from './field.tsx';

export type SwitchProps = Omit<
  ComponentProps<'input'>,
  'type' | 'role' | 'size' | 'className' | 'required'
> & {
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  hideLabel?: boolean | undefined;
  onCheckedChange?: ((checked: boolean) => void) | undefined;
  className?: string | undefined;
};

const track = clsx(
  'paint relative h-5 w-8.5 shrink-0 cursor-pointer appearance-none rounded-full border border-line-control bg-sunken transition-colors duration-fast',
  'checked:border-board checked:bg-board disabled:opacity-50',
  "before:absolute before:-inset-1 before:content-[''] pointer-coarse:before:-inset-3",
  "after:absolute after:start-0.5 after:top-0.5 after:size-3.5 after:rounded-full after:bg-ink-3 after:transition-[inset] after:duration-fast after:content-['']",
  'checked:after:start-4 checked:after:bg-on-board',
);

/** Takes effect at once. Where a form has a save button, use a checkbox. */
export function Switch(props: SwitchProps) {
  const { label, hint, error, hideLabel, onCheckedChange, className, id, onChange, ...rest } = props;
  const control = useControl({ hint, error, required: false }, id);
  return (
    <div className={clsx('flex flex-col gap-1', className)}>
      <label className="flex min-h-6 items-center justify-between gap-3 text-body text-ink pointer-coarse:min-h-11">
        <span className={clsx(hideLabel && 'hidden-visually')}>{label}</span>
        <input
          {...rest}
          {...control}
          type="checkbox"
          // biome-ignore lint/a11y/useAriaPropsForRole: the native checked state is the state of the switch
          role="switch"
          onChange={(event) => {
            onChange?.(event);
            onCheckedChange?.(event.target.checked);
          }}
          className={track}
        />
      </label>
      <FieldNotes id={control.id} hint={hint} error={error} />
    </div>
  );
}
