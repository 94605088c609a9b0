import { diffWords } from '@k12/plan-content/word-diff';

/** Everything either side says, once: their words, then mine, where the two differ. */
export function bothTexts(theirs: string, mine: string): string {
  return diffWords(theirs, mine)
    .runs.map(({ text }) => text)
    .reduce((said, text) => said + gap(said, text) + text, '');
}

/** Two words must not grow together where a change meets another. */
function gap(before: string, after: string): string {
  return /[\p{L}\p{N}]$/u.test(before) && /^[\p{L}\p{N}]/u.test(after) ? ' ' : '';
}
