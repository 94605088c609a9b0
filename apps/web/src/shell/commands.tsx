'use client';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { navigationOf } from '@/lib/pages.ts';
import { useSession } from '@/lib/session-context.tsx';
import { readShortcut } from './keys.ts';

const Palette = dynamic(() => import('./palette.tsx').then((module) => module.Palette));
const Shortcuts = dynamic(() => import('./shortcuts.tsx').then((module) => module.Shortcuts));

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
  const [open, setOpen] = useState<Open>(null);
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
      setOpen(command.kind);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [me, router]);
  const commands = useMemo(
    () => ({ openPalette: () => setOpen('palette'), openShortcuts: () => setOpen('shortcuts') }),
    [],
  );
  const close = () => setOpen(null);
  return (
    <CommandsContext value={commands}>
      {children}
      {open === 'palette' && <Palette onClose={close} />}
      {open === 'shortcuts' && <Shortcuts onClose={close} />}
    </CommandsContext>
  );
}
