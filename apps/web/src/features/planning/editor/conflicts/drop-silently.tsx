'use client';
import { useEffect } from 'react';
import type { KeptRecord } from '../autosave/draft-wire.ts';
import { keptEdits } from '../autosave/kept-edits.ts';

/** They had arrived after all: nothing to ask. */
export function DropSilently({ record, onSettled }: { record: KeptRecord; onSettled: () => void }) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each record
  useEffect(() => {
    void keptEdits(record.owner).remove(record.id).then(onSettled);
  }, [record]);
  return null;
}
