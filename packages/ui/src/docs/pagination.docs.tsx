'use client';
import { useState } from 'react';
import { Pagination } from '../pagination.tsx';
import type { DocEntry } from './entry.tsx';

function More() {
  const [shown, setShown] = useState(50);
  return (
    <Pagination
      shown={shown}
      total={184}
      hasMore={shown < 184}
      onLoadMore={() => setShown(Math.min(184, shown + 50))}
    />
  );
}

export const paginationDocs: DocEntry = {
  name: 'pagination',
  title: 'Pagination',
  group: 'Navigation',
  purpose: 'More of a list, without losing the place.',
  anatomy: ['How many are shown', 'Button for more'],
  states: ['more', 'loading', 'all shown'],
  keyboard: [['Enter', 'loads more']],
  speech: '“50 of 184 shown”, announced as it grows.',
  does: ['Keep what was shown'],
  donts: ['Load endlessly by scrolling'],
  examples: [{ title: 'By cursor', Example: More }],
};
