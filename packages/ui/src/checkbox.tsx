'use client';
import clsx from 'clsx';
import { type ComponentProps, type ReactNode, useEffect, useRef } from 'react';
import { FieldNotes, Marker, useControl } from './field.tsx';

export type CheckboxProps = Omit<ComponentProps<'input'>, 'type' | 'size' | 'className' | 'required'> & {
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  required?: boolean | undefined;
  hideLabel?: boolean | undefined;
  indeterminate?: boolean | undefined;
  onCheckedChange?: ((checked: boolean) => void) | undefined;
  className?: string | undefined;
};

export const boxClass = clsx(
  'paint relative grid size-4.5 shrink-0 cursor-pointer appearance-none place-content-center border border-line-control bg-raised',
  'checked:border-board checked:bg-board aria-invalid:border-bad',
  'hover:border-ink-3 disabled:cursor-not-allowed disabled:opacity-50',
  "before:absolute before:-inset-1 before:content-[''] pointer-coarse:before:-inset-3.5",
);

const tick =
  "indeterminate:border-board indeterminate:bg-board after:size-2.5 after:bg-on-board after:opacity-0 after:content-[''] checked:after:opacity-100 after:[clip-path:polygon(14%_44%,0_65%,40%_100%,100%_16%,80%_0,38%_62%)] indeterminate:after:opacity-100 indeterminate:after:[clip-path:inset(38%_0)]";

export function Checkbox(props: CheckboxProps) {
  const { label, hint, error, required, hideLabel, indeterminate, onCheckedChange, className, id, ...input } =
    props;
  const own = useRef<HTMLInputElement>(null);
  const control = useControl({ hint, error, required }, id);
  useEffect(() => {
    if (own.current) own.current.indeterminate = indeterminate === true;
  }, [indeterminate]);
  const { ref, onChange, ...rest } = input;
  return (
    <div className={clsx('flex flex-col gap-1', className)}>
      <label className="inline-flex w-fit items-start gap-2 text-body text-ink pointer-coarse:min-h-11 pointer-coarse:items-center">
        <input
          {...rest}
          {...control}
          type="checkbox"
          ref={(node) => {
            own.current = node;
            if (typeof ref === 'function') ref(node);
            else if (ref) ref.current = node;
          }}
          onChange={(event) => {
            onChange?.(event);
            onCheckedChange?.(event.target.checked);
          }}
          className={clsx(boxClass, tick, 'mt-px rounded-small')}
        />
        <span className={clsx(hideLabel && 'hidden-visually')}>
          {label}
          <Marker required={required} />
        </span>
      </label>
      <div className="flex flex-col gap-1 ps-6.5 empty:hidden">
        <FieldNotes id={control.id} hint={hint} error={error} />
      </div>
    </div>
  );
}
