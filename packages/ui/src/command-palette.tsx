'use client';
import { Dialog as Base } from '@base-ui/react/dialog';
import { Command } from 'cmdk';
import { Search } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { veilClass } from './dialog.tsx';
import { Kbd } from './kbd.tsx';
import { paletteScore } from './palette-match.ts';
import { Spinner } from './spinner.tsx';
import { useSurroundings } from './ui-provider.tsx';
import { useUiText } from './ui-text.tsx';

export type PaletteItem = {
  key: string;
  label: string;
  hint?: string | undefined;
  icon?: ReactNode;
  shortcut?: string | undefined;
  /** More words it can be found by. */
  keywords?: readonly string[] | undefined;
  onSelect: () => void;
};

export type PaletteGroup = {
  key: string;
  heading: string;
  items: readonly PaletteItem[];
  /** Found elsewhere for these very words: shown whatever the filter says. */
  found?: boolean | undefined;
};

export type CommandPaletteProps = {
  label: string;
  placeholder: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  groups: readonly PaletteGroup[];
  query: string;
  onQueryChange: (query: string) => void;
  loading?: boolean | undefined;
  /** A line under the list, such as hints on keys. */
  footer?: ReactNode;
};

const itemLook =
  'flex min-h-9 cursor-pointer items-center gap-2.5 rounded-control px-2.5 text-body data-[selected=true]:bg-sunken pointer-coarse:min-h-11 [&_svg]:text-ink-3 forced-colors:data-[selected=true]:outline-2';

function Item({
  item,
  found,
  onDone,
}: {
  item: PaletteItem;
  found: boolean | undefined;
  onDone: () => void;
}) {
  const select = () => {
    onDone();
    item.onSelect();
  };
  return (
    <Command.Item
      value={item.key}
      keywords={textsOf(item)}
      forceMount={found ?? false}
      onSelect={select}
      className={itemLook}
    >
      {item.icon}
      <span className="min-w-0 flex-1 truncate">
        {item.label}
        {item.hint && <span className="text-ink-3"> · {item.hint}</span>}
      </span>
      {item.shortcut && <Kbd>{item.shortcut}</Kbd>}
    </Command.Item>
  );
}

const textsOf = ({ label, hint, keywords }: PaletteItem) => [label, hint ?? '', ...(keywords ?? [])];

function matching(groups: readonly PaletteGroup[], query: string): PaletteItem[] {
  const hit = (item: PaletteItem) => paletteScore(textsOf(item), query) > 0;
  return groups.flatMap(({ items, found }) => (found ? items : items.filter(hit)));
}

/** What was found elsewhere comes late and is not chosen by the list itself: Enter opens the first of it (UXP-15). */
function useChoice({ groups, query }: CommandPaletteProps) {
  const [chosen, choose] = useState('');
  const first = matching(groups, query)[0]?.key ?? '';
  // Also when what was chosen has gone with the words it was found by.
  const isThere = groups.some(({ items }) => items.some(({ key }) => key === chosen));
  useEffect(() => {
    if (!isThere) choose(first);
  }, [isThere, first]);
  return { value: chosen, onValueChange: choose };
}

function PaletteList(props: CommandPaletteProps) {
  const { groups, loading, query, onOpenChange } = props;
  const text = useUiText();
  const count = matching(groups, query).length;
  return (
    <>
      <Command.List label={props.label} className="max-h-[min(24rem,60dvh)] scroll-py-2 overflow-y-auto p-2">
        {!loading && count === 0 && (
          <p aria-hidden className="px-2.5 py-6 text-center text-ink-3">
            {text.noMatches}
          </p>
        )}
        {groups.map(({ key, heading, items, found }) => (
          <Command.Group
            key={key}
            heading={heading}
            forceMount={found ?? false}
            className="[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-mini [&_[cmdk-group-heading]]:font-semibold [&_[cmdk-group-heading]]:text-ink-3"
          >
            {items.map((item) => (
              <Item key={item.key} item={item} found={found} onDone={() => onOpenChange(false)} />
            ))}
          </Command.Group>
        ))}
      </Command.List>
      <p role="status" className="hidden-visually">
        {loading ? text.searching : query ? text.matches(count) : ''}
      </p>
    </>
  );
}

/** Find or do anything, from the keyboard. The app decides what is in it and opens it by shortcut. */
export function CommandPalette(props: CommandPaletteProps) {
  const { label, placeholder, open, onOpenChange, query, onQueryChange, loading, footer } = props;
  const { container } = useSurroundings();
  const choice = useChoice(props);
  return (
    <Base.Root open={open} onOpenChange={(next) => onOpenChange(next)}>
      <Base.Portal container={container}>
        <Base.Backdrop className={veilClass} />
        <Base.Popup className="pop-motion fixed inset-x-4 top-[12dvh] z-dialog mx-auto max-w-xl overflow-hidden rounded-dialog bg-raised text-ink shadow-float">
          <Base.Title className="hidden-visually">{label}</Base.Title>
          <Command
            label={label}
            loop
            filter={(_, typed, texts) => paletteScore(texts ?? [], typed)}
            {...choice}
          >
            <div className="flex items-center gap-2.5 border-b border-line px-4 has-focus-visible:border-board">
              <Search aria-hidden className="text-ink-3" />
              <Command.Input
                autoFocus
                value={query}
                onValueChange={onQueryChange}
                placeholder={placeholder}
                className="min-h-12 w-full min-w-0 bg-transparent text-large outline-none"
              />
              {loading && <Spinner />}
            </div>
            <PaletteList {...props} />
            {footer && (
              <div className="border-t border-line bg-canvas px-4 py-2 text-mini text-ink-3">{footer}</div>
            )}
          </Command>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
