'use client';
import { Combobox as Base } from '@base-ui/react/combobox';
import clsx from 'clsx';
import { ChevronDown, X } from 'lucide-react';
import { type ControlProps, frameClass } from '../field.tsx';
import { useUiText } from '../ui-text.tsx';
import type { ComboOption } from './list.tsx';

const endButton =
  'flex size-7 shrink-0 items-center justify-center rounded-small text-ink-3 hover:bg-sunken hover:text-ink pointer-coarse:size-11';

export type ComboInputProps = {
  control: ControlProps;
  placeholder?: string | undefined;
  clearable?: boolean | undefined;
};

export function ComboInput({ control, placeholder, clearable }: ComboInputProps) {
  const text = useUiText();
  return (
    <Base.InputGroup className={clsx(frameClass, 'flex items-center pe-1')}>
      <Base.Input
        {...control}
        placeholder={placeholder}
        className="min-h-[calc(var(--spacing-control)-2px)] w-full min-w-0 flex-1 rounded-control bg-transparent px-2.5"
      />
      {clearable && (
        <Base.Clear aria-label={text.clear} className={endButton}>
          <X aria-hidden />
        </Base.Clear>
      )}
      <Base.Trigger aria-label={text.choose} className={endButton}>
        <ChevronDown aria-hidden />
      </Base.Trigger>
    </Base.InputGroup>
  );
}

const chip =
  'flex min-h-6 max-w-full items-center gap-1 rounded-small bg-sunken ps-2 text-small outline-none focus-visible:bg-board-tint focus-visible:outline-2';

/** Chosen values as chips before the input; Backspace or Delete removes the focused one. */
export function ComboChips({ control, placeholder }: Omit<ComboInputProps, 'clearable'>) {
  const text = useUiText();
  return (
    <Base.InputGroup className={clsx(frameClass, 'p-1')}>
      <Base.Value>
        {(value: ComboOption[]) => (
          <Base.Chips
            aria-label={value.length > 0 ? text.selected(value.length) : undefined}
            className="flex flex-wrap gap-1"
          >
            {value.map((option) => (
              <Base.Chip key={option.value} aria-label={option.label} className={chip}>
                <span className="truncate">{option.label}</span>
                <Base.ChipRemove
                  aria-label={text.remove(option.label)}
                  className="flex size-6 items-center justify-center rounded-small text-ink-3 hover:text-ink pointer-coarse:size-11"
                >
                  <X aria-hidden className="size-3.5" />
                </Base.ChipRemove>
              </Base.Chip>
            ))}
            <Base.Input
              {...control}
              placeholder={value.length === 0 ? placeholder : undefined}
              className="min-h-6 min-w-24 flex-1 rounded-small bg-transparent px-1.5 pointer-coarse:min-h-11"
            />
          </Base.Chips>
        )}
      </Base.Value>
    </Base.InputGroup>
  );
}
