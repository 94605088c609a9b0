'use client';
import { Combobox as Base } from '@base-ui/react/combobox';
import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { itemClass } from '../menu-style.ts';
import { Spinner } from '../spinner.tsx';
import { useSurroundings } from '../ui-provider.tsx';
import { useUiText } from '../ui-text.tsx';

export type ComboOption = {
  value: string;
  label: string;
  /** A second line that tells two alike apart. */
  hint?: string | undefined;
  disabled?: boolean | undefined;
};

export type ListBoxProps<O extends ComboOption> = {
  lead?: ((option: O) => ReactNode) | undefined;
  loading?: boolean | undefined;
  /** Replaces the words shown when nothing matches. */
  empty?: ReactNode;
};

function OptionLine<O extends ComboOption>({ option, lead }: { option: O; lead: ListBoxProps<O>['lead'] }) {
  return (
    <Base.Item value={option} disabled={option.disabled ?? false} className={itemClass}>
      {lead?.(option)}
      <span className="min-w-0 flex-1 py-1">
        <span className="block truncate">{option.label}</span>
        {option.hint && <span className="block truncate text-small text-ink-3">{option.hint}</span>}
      </span>
      <Base.ItemIndicator>
        <Check aria-hidden className="text-board" />
      </Base.ItemIndicator>
    </Base.Item>
  );
}

/** The floating list all comboboxes share; how many match is announced, not only shown. */
export function ListBox<O extends ComboOption>({ lead, loading, empty }: ListBoxProps<O>) {
  const { container } = useSurroundings();
  const text = useUiText();
  return (
    <Base.Portal container={container}>
      <Base.Positioner sideOffset={4} collisionPadding={8} className="z-popover outline-none">
        <Base.Popup className="pop-motion max-h-[min(20rem,var(--available-height))] w-(--anchor-width) min-w-48 overflow-y-auto rounded-card bg-raised p-1 text-body text-ink shadow-float">
          {loading && (
            <Base.Status className="flex min-h-9 items-center gap-2 px-2 text-ink-3">
              <Spinner label={text.searching} />
              <span aria-hidden>{text.searching}</span>
            </Base.Status>
          )}
          {!loading && (
            <Base.Empty className="px-2 py-2 text-ink-3 empty:p-0">{empty ?? text.noMatches}</Base.Empty>
          )}
          <Base.List>
            {(option: O) => <OptionLine key={option.value} option={option} lead={lead} />}
          </Base.List>
        </Base.Popup>
      </Base.Positioner>
    </Base.Portal>
  );
}

export function sameOption(a: ComboOption, b: ComboOption): boolean {
  return a.value === b.value;
}
