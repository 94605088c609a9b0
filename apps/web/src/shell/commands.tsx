'use client';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { loaded, nothingYet } from '@/lib/loaded-part.tsx';
import { navigationOf } from '@/lib/pages.ts';
import { useSession } from '@/lib/session-context.tsx';
import { readShortcut } from './keys.ts';

const Palette = dynamic(
  loaded(() => import('./palette.tsx').then((module) => module.Palette)),
  { loading: nothingYet },
);
const Shortcuts = dynamic(
  loaded(() => import('./shortcuts.tsx').then((module) => module.Shortcuts)),
  { loading: nothingYet },
);

interface Commands {
  openPalette: () => void;
  openShortcuts: () => void;
}

const CommandsContext = createContext<Commands>({ openPalette: () => {}, openShortcuts: () => {} });

export function useCommands(): Commands {
  return useContext(CommandsContext);
}

type Open = 'palette' | 'shortcuts' | null;

/** The keys that work on every page (UXP-13, UXP-18); what they open is loaded when first asked for. */
export function CommandsProvider({ children }: { children: ReactNode }) {
  const { me } = useSession();
  const router = useRouter();
  const { open, show, close } = useOpened();
  useEffect(() => {
    const places = Object.fromEntries(
      navigationOf(me).flatMap(({ route, navigation }) => (navigation?.key ? [[navigation.key, route]] : [])),
    );
    const shortcut = readShortcut();
    const onKey = (event: KeyboardEvent) => {
      const command = shortcut(event);
      // What a page itself answers to, such as its list's search, is not the shell's.
      if (!command || command.kind === 'find') return;
      if (command.kind === 'go') {
        const place = places[command.key];
        if (place) router.push(place);
        return;
      }
      event.preventDefault();
      show(command.kind);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [me, router, show]);
  const commands = useMemo(
    () => ({ openPalette: () => show('palette'), openShortcuts: () => show('shortcuts') }),
    [show],
  );
  return (
    <CommandsContext value={commands}>
      {children}
      {open === 'palette' && <Palette onClose={close} />}
      {open === 'shortcuts' && <Shortcuts onClose={close} />}
    </CommandsContext>
  );
}

/** What is opened here goes at once when it closes, so the way back for the focus is kept (UXP-15, UXP-81). */
function useOpened() {
  const [open, setOpen] = useState<Open>(null);
  const cameFrom = useRef<Element | null>(null);
  const show = useCallback((kind: Open) => {
    cameFrom.current ??= document.activeElement;
    setOpen(kind);
  }, []);
  const close = useCallback(() => {
    const back = cameFrom.current;
    cameFrom.current = null;
    setOpen(null);
    requestAnimationFrame(() => back instanceof HTMLElement && back.isConnected && back.focus());
  }, []);
  return { open, show, close };
}
