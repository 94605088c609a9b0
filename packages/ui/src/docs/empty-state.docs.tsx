'use client';
import { Sprout } from 'lucide-react';
import { Button } from '../button.tsx';
import { EmptyState } from '../empty-state.tsx';
import { ErrorState } from '../error-state.tsx';
import type { DocEntry } from './entry.tsx';

function Empty() {
  return (
    <EmptyState
      level={3}
      icon={<Sprout aria-hidden />}
      title="No beds yet"
      action={<Button variant="primary">Make the first bed</Button>}
    >
      A bed holds what grows in one place, with its plan and its days.
    </EmptyState>
  );
}

function Failed() {
  return (
    <ErrorState
      level={3}
      title="The beds did not load"
      action={<Button>Try again</Button>}
      reference="Reference 7f3a-22"
    >
      Nothing is lost. The connection broke off before the answer came.
    </ErrorState>
  );
}

export const emptyStateDocs: DocEntry = {
  name: 'empty-state',
  title: 'Empty and error state',
  group: 'Feedback',
  purpose: 'What belongs here and how to begin; or what went wrong and how to go on.',
  anatomy: ['Icon', 'A sentence', 'Why, in one or two lines', 'One action'],
  states: ['empty', 'nothing matches', 'failed', 'offline'],
  keyboard: [['Enter', 'does the action']],
  speech: 'Heading, text and button; the error is announced.',
  does: ['Offer one action'],
  donts: ['Joke', 'Blame'],
  examples: [
    { title: 'Empty', Example: Empty },
    { title: 'Failed', Example: Failed },
  ],
};
