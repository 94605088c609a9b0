'use client';
import { diffWords } from '@k12/plan-content/word-diff';
import { DiffText } from '@k12/ui/diff-text';
import { useMemo } from 'react';

/** What `to` adds to and takes from `from`, word by word. */
export function WordMarks({ label, from, to }: { label: string; from: string; to: string }) {
  const parts = useMemo(
    () => diffWords(from, to).runs.map(({ status, text }) => ({ kind: status, text })),
    [from, to],
  );
  return <DiffText label={label} parts={parts} />;
}
