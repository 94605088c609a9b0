import { useState } from 'react';
import { CommandsProvider } from '@/shell/commands.tsx';
import { usePageActions } from '@/shell/page-actions.ts';
import { usePageShortcuts } from '@/shell/page-shortcuts.ts';
import { TabTitle } from '@/shell/tab-title.tsx';

/** A page with an action, a selection with one of its own, a key, and something that can hold the focus. */
export function PaletteScene() {
  const [done, setDone] = useState('');
  const [isSelected, setSelected] = useState(false);
  usePageActions([{ key: 'publish', label: 'Publish unit', hint: 'Light', run: () => setDone('Published') }]);
  usePageShortcuts([{ keys: ['x'], label: 'Excuse', run: () => setDone('Excused') }]);
  return (
    <CommandsProvider>
      <TabTitle />
      <main>
        <button type="button" onClick={() => setSelected(!isSelected)}>
          Select
        </button>
        {isSelected && <Selection onDone={setDone} />}
        <p>{done}</p>
      </main>
    </CommandsProvider>
  );
}

function Selection({ onDone }: { onDone: (what: string) => void }) {
  usePageActions([{ key: 'extend', label: 'Extend due date', run: () => onDone('Extended') }]);
  return <p>3 selected</p>;
}
