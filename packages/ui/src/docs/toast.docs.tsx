'use client';
import { Button } from '../button.tsx';
import { ToastProvider, useToast } from '../toast.tsx';
import type { DocEntry } from './entry.tsx';

function Buttons() {
  const { show, log } = useToast();
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button
        onClick={() =>
          show({ message: 'Archived “North bed”', action: { label: 'Undo', onPress: () => {} } })
        }
      >
        Archive
      </Button>
      <Button onClick={() => show({ message: 'The printer did not answer', tone: 'bad' })}>Print</Button>
      <span className="text-small text-ink-3">{log.length} in the log</span>
    </div>
  );
}

function Toasts() {
  return (
    <ToastProvider>
      <Buttons />
    </ToastProvider>
  );
}

export const toastDocs: DocEntry = {
  name: 'toast',
  title: 'Toast',
  group: 'Feedback',
  purpose: 'One line about something that just happened, with at most one action, usually undo.',
  anatomy: ['One line', 'One action', 'Close'],
  states: ['shown', 'paused on hover and focus', 'gone, but in the log'],
  keyboard: [
    ['F6', 'goes to the messages'],
    ['Escape', 'goes back'],
  ],
  speech: 'The line is announced once; errors at once, the rest when there is a pause.',
  does: ['Offer undo instead of asking before'],
  donts: [
    'Use it for what is normal: saved states stand in the page',
    'Report an error that needs a decision',
  ],
  examples: [{ title: 'With undo', Example: Toasts }],
};
