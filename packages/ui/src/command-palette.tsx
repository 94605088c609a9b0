'use client';
import { Dialog as Base } from '@base-ui/react/dialog';
import clsx from 'clsx';
import { Search } from 'lucide-react';
import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import { veilClass } from './dialog.tsx';
import { Kbd } from './kbd.tsx';
import { paletteScore } from './palette-match.ts';
import { Spinner } from './spinner.tsx';
import { useSurroundings } from './ui-provider.tsx';
import { useUiText } from './ui-text.tsx';

export type PaletteAction = {
  key: string;
  label: string;
  icon?: ReactNode;
  /** Where it leads, for a tab of its own: Ctrl+Enter, or a press with Ctrl. */
  href?: string | undefined;
  onSelect: () => void;
};

export type PaletteItem = PaletteAction & {
  hint?: string | undefined;
  shortcut?: string | undefined;
  /** More words it can be found by. */
  keywords?: readonly string[] | undefined;
  /** What else can be done with it: Tab shows it. */
  more?: readonly PaletteAction[] | undefined;
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
  /** A line under the list, such as what cannot be searched now. */
  footer?: ReactNode;
};

const itemLook =
  'flex min-h-9 cursor-pointer items-center gap-2.5 rounded-control px-2.5 text-body aria-selected:bg-sunken pointer-coarse:min-h-11 [&_svg]:text-ink-3 forced-colors:aria-selected:outline-2';

const textsOf = ({ label, hint, keywords }: PaletteItem) => [label, hint ?? '', ...(keywords ?? [])];

/** Those that fit, the best first; what was found elsewhere stays as it came, behind them. */
function fitting(groups: readonly PaletteGroup[], query: string): PaletteGroup[] {
  const ranked = groups.map((group) => {
    if (group.found) return { group, best: 0 };
    const scored = group.items.map((item) => ({ item, score: paletteScore(textsOf(item), query) }));
    const hits = scored.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score);
    return { group: { ...group, items: hits.map(({ item }) => item) }, best: hits[0]?.score ?? 0 };
  });
  return ranked
    .filter(({ group }) => group.items.length > 0)
    .sort((a, b) => b.best - a.best)
    .map(({ group }) => group);
}

type Does = {
  select: (item: PaletteAction) => void;
  /** In a tab of its own, where it leads anywhere. */
  openAside: (item: PaletteAction) => void;
};

type ItemProps = {
  item: PaletteItem;
  id: string;
  isChosen: boolean;
  does: Does;
  onPoint: () => void;
};

function Item({ item, id, isChosen, does, onPoint }: ItemProps) {
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isChosen) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isChosen]);
  const press = (event: MouseEvent) => {
    const isAside = event.ctrlKey || event.metaKey || event.button === 1;
    if (isAside) does.openAside(item);
    else does.select(item);
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the input has the focus and the keys
    <div
      ref={row}
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isChosen}
      onPointerMove={onPoint}
      onClick={press}
      onAuxClick={press}
      className={itemLook}
    >
      {item.icon}
      <span className="min-w-0 flex-1 truncate">
        <bdi>{item.label}</bdi>
        {item.hint && <span className="text-ink-3"> · {item.hint}</span>}
      </span>
      {item.shortcut && <Kbd>{item.shortcut}</Kbd>}
    </div>
  );
}

/** The list, or behind Tab what can be done with one of it; `typed` are the words of the level that is shown. */
function useLevels({ groups, query, onQueryChange, open }: CommandPaletteProps) {
  const [within, setWithin] = useState<PaletteItem | null>(null);
  const [inner, setInner] = useState('');
  const text = useUiText();
  useEffect(() => {
    if (!open) setWithin(null);
  }, [open]);
  const enter = (item: PaletteItem) => {
    setInner('');
    setWithin(item);
  };
  const actions = within && [{ key: 'more', heading: text.moreActions, items: within.more ?? [] }];
  return {
    within,
    enter,
    back: () => setWithin(null),
    typed: within ? inner : query,
    type: within ? setInner : onQueryChange,
    shown: actions ? fitting(actions, inner) : fitting(groups, query),
  };
}

type Levels = ReturnType<typeof useLevels>;

function usePalette(props: CommandPaletteProps) {
  const { onOpenChange, query, loading } = props;
  const levels = useLevels(props);
  const { within, shown } = levels;
  const listId = useId();
  const [chosen, choose] = useState('');
  /** The words for which Enter was pressed before anything was there. */
  const [awaited, setAwaited] = useState<string | null>(null);
  const items = shown.flatMap((group) => group.items);
  const [first] = items;
  // What is chosen stays so while others come; new words begin at the first.
  const current = items.find(({ key }) => key === chosen) ?? first;
  const at = current ? items.indexOf(current) : -1;
  useEffect(() => choose(current?.key ?? ''), [current?.key]);
  const does: Does = {
    select: (item) => {
      onOpenChange(false);
      item.onSelect();
    },
    openAside: (item) => {
      onOpenChange(false);
      if (item.href) window.open(item.href, '_blank', 'noopener');
      else item.onSelect();
    },
  };
  const isAnswered = awaited === query && !loading && !within;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when what Enter waits for has come
  useEffect(() => {
    if (!isAnswered) return;
    setAwaited(null);
    if (first) does.select(first);
  }, [isAnswered]);
  const onKeyDown = (event: KeyboardEvent) => {
    const wait = loading ? () => setAwaited(query) : null;
    const act = keyAct(event, { levels, current, does, wait }) ?? listAct(event.key, items, at, choose);
    if (!act) return;
    event.preventDefault();
    act();
  };
  const type = (words: string) => {
    choose('');
    levels.type(words);
  };
  const idOf = (item: PaletteItem) => `${listId}-${items.indexOf(item)}`;
  return { ...levels, type, does, listId, idOf, count: items.length, current, choose, onKeyDown };
}

/** The keys of every list: the arrows go round, Home and End to its ends. */
function listAct(key: string, items: readonly PaletteItem[], at: number, choose: (key: string) => void) {
  const last = items.length - 1;
  const steps: Record<string, number> = {
    ArrowDown: at === last ? 0 : at + 1,
    ArrowUp: at <= 0 ? last : at - 1,
    Home: 0,
    End: last,
  };
  const to = items[steps[key] ?? -1];
  return to ? () => choose(to.key) : null;
}

interface KeyContext {
  levels: Levels;
  current: PaletteItem | undefined;
  does: Does;
  wait: (() => void) | null;
}

/** The keys beyond those of every list; null leaves the key to the list (UXP-15). */
function keyAct(event: KeyboardEvent, { levels, current, does, wait }: KeyContext): (() => void) | null {
  const { within, typed, enter, back } = levels;
  if (event.nativeEvent.isComposing) return null;
  if (event.key === 'Enter') {
    if (!current) return wait;
    const isAside = event.ctrlKey || event.metaKey;
    return () => (isAside ? does.openAside(current) : does.select(current));
  }
  const leaves = (event.key === 'Tab' && event.shiftKey) || (event.key === 'Backspace' && typed === '');
  if (leaves) return within && back;
  if (event.key === 'Tab' && !within && current?.more?.length) return () => enter(current);
  return null;
}

type Palette = ReturnType<typeof usePalette>;

function PaletteList({ label, loading, palette }: CommandPaletteProps & { palette: Palette }) {
  const { shown, does, count, typed, listId, idOf, current, choose } = palette;
  const text = useUiText();
  return (
    <>
      <div
        id={listId}
        role="listbox"
        aria-label={label}
        className="max-h-[min(24rem,60dvh)] scroll-py-2 overflow-y-auto p-2"
      >
        {shown.map(({ key, heading, items }) => (
          // biome-ignore lint/a11y/useSemanticElements: a list of options has no fieldset
          <div key={key} role="group" aria-labelledby={`${listId}-${key}`}>
            <div
              id={`${listId}-${key}`}
              aria-hidden
              className="px-2.5 pt-2 pb-1 text-mini font-semibold text-ink-3"
            >
              {heading}
            </div>
            {items.map((item) => (
              <Item
                key={item.key}
                item={item}
                id={idOf(item)}
                isChosen={item === current}
                does={does}
                onPoint={() => choose(item.key)}
              />
            ))}
          </div>
        ))}
      </div>
      {!loading && count === 0 && (
        <p aria-hidden className="px-4 pt-2 pb-8 text-center text-ink-3">
          {text.noMatches}
        </p>
      )}
      <p role="status" className="hidden-visually">
        {loading ? text.searching : typed || palette.within ? text.matches(count) : ''}
      </p>
    </>
  );
}

/** What the keys do with what is chosen. */
function KeyHints({ palette: { current, within } }: { palette: Palette }) {
  const text = useUiText();
  const hints = [
    current && ['↵', text.opens],
    current?.href && ['Ctrl ↵', text.opensAside],
    !within && current?.more?.length && ['Tab', text.moreActions],
    within && ['⇧ Tab', text.back],
  ];
  return (
    <p className="ms-auto flex flex-wrap gap-x-4 gap-y-1 pointer-coarse:hidden">
      {hints.map(
        (hint) =>
          hint && (
            <span key={hint[0]} className="inline-flex items-center gap-1.5">
              <Kbd>{hint[0]}</Kbd>
              {hint[1]}
            </span>
          ),
      )}
    </p>
  );
}

/** Find or do anything, from the keyboard. The app decides what is in it and opens it by shortcut. */
export function CommandPalette(props: CommandPaletteProps) {
  const { label, placeholder, open, onOpenChange, loading, footer } = props;
  const { container } = useSurroundings();
  const palette = usePalette(props);
  const { within, current } = palette;
  return (
    <Base.Root open={open} onOpenChange={(next) => onOpenChange(next)}>
      <Base.Portal container={container}>
        <Base.Backdrop className={clsx(veilClass, 'z-veil')} />
        <Base.Popup className="pop-motion fixed inset-x-4 top-[12dvh] z-dialog mx-auto max-w-xl overflow-hidden rounded-dialog bg-raised text-ink shadow-float">
          <Base.Title className="hidden-visually">{label}</Base.Title>
          {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys are the input's inside */}
          <div onKeyDown={palette.onKeyDown}>
            <div className="flex items-center gap-2.5 border-b border-line px-4 has-focus-visible:border-board">
              <Search aria-hidden className="shrink-0 text-ink-3" />
              {within && (
                <span className="max-w-1/2 shrink-0 truncate rounded-small bg-board-tint px-2 py-0.5 text-small text-board">
                  <bdi>{within.label}</bdi>
                </span>
              )}
              <input
                // biome-ignore lint/a11y/noAutofocus: it was opened to be typed in
                autoFocus
                type="text"
                role="combobox"
                aria-label={within ? within.label : label}
                aria-expanded
                aria-autocomplete="list"
                aria-controls={palette.listId}
                aria-activedescendant={current && palette.idOf(current)}
                autoComplete="off"
                autoCorrect="off"
                spellCheck={false}
                value={palette.typed}
                onChange={(event) => palette.type(event.target.value)}
                placeholder={within ? '' : placeholder}
                className="min-h-12 w-full min-w-0 bg-transparent text-large outline-none"
              />
              {loading && <Spinner />}
            </div>
            <PaletteList {...props} palette={palette} />
            <div className="flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-line bg-canvas px-4 py-2 text-mini text-ink-3 empty:hidden">
              {footer}
              <KeyHints palette={palette} />
            </div>
          </div>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
