import { diffBudget, diffTokens, type Piece, tokensOf } from './word-diff.ts';

/** A stretch of the merged text; where both changed the same words, both are kept. */
export type MergedChunk = { kind: 'merged'; text: string } | { kind: 'both'; mine: string; theirs: string };

export interface MergedText {
  text: string;
  chunks: MergedChunk[];
  /** Both changed the same words, so somebody should read the result. */
  overlaps: boolean;
}

interface Hunk {
  /** Range of base tokens that is replaced. */
  from: number;
  to: number;
  text: string;
}

/** Three-way merge of texts by words: what either side wrote is in the result (PLN-09). */
export function mergeTexts(base: string, mine: string, theirs: string): MergedText {
  const tokens = tokensOf(base);
  const hunks = { mine: hunksOf(tokens, mine), theirs: hunksOf(tokens, theirs) };
  const chunks: MergedChunk[] = [];
  let position = 0;
  while (hunks.mine.length > 0 || hunks.theirs.length > 0) {
    const group = takeTouching(hunks);
    push(chunks, tokens.slice(position, group.from).join(''));
    const mineText = rewrite(tokens, group.from, group.to, group.mine);
    const theirText = rewrite(tokens, group.from, group.to, group.theirs);
    if (group.theirs.length === 0 || mineText === theirText) push(chunks, mineText);
    else if (group.mine.length === 0) push(chunks, theirText);
    else chunks.push({ kind: 'both', mine: mineText, theirs: theirText });
    position = group.to;
  }
  push(chunks, tokens.slice(position).join(''));
  const text = chunks.map((chunk) => (chunk.kind === 'merged' ? chunk.text : keepBoth(chunk))).join('');
  return { text, chunks, overlaps: chunks.some((chunk) => chunk.kind === 'both') };
}

function push(chunks: MergedChunk[], text: string): void {
  const last = chunks.at(-1);
  if (text === '') return;
  if (last?.kind === 'merged') last.text += text;
  else chunks.push({ kind: 'merged', text });
}

/** Mine, then theirs, with a blank where two words would grow together. */
function keepBoth({ mine, theirs }: { mine: string; theirs: string }): string {
  const gap = /\S$/.test(mine) && /^\S/.test(theirs) ? ' ' : '';
  return mine + gap + theirs;
}

function hunksOf(base: readonly string[], side: string): Hunk[] {
  const after = tokensOf(side);
  const pieces = diffTokens(base, after, diffBudget()) ?? replaceAll(base, after);
  const hunks: Hunk[] = [];
  let position = 0;
  let open: Hunk | undefined;
  for (const [status, text] of pieces) {
    if (status === 'same') {
      open = undefined;
      position++;
      continue;
    }
    if (!open) {
      open = { from: position, to: position, text: '' };
      hunks.push(open);
    }
    if (status === 'added') open.text += text;
    else {
      position++;
      open.to = position;
    }
  }
  return hunks;
}

function replaceAll(before: readonly string[], after: readonly string[]): Piece[] {
  return [...before.map((text): Piece => ['removed', text]), ...after.map((text): Piece => ['added', text])];
}

interface Group {
  from: number;
  to: number;
  mine: Hunk[];
  theirs: Hunk[];
}

/** The next hunk and every hunk of either side that meets it, so that their order cannot be guessed wrong. */
function takeTouching(hunks: { mine: Hunk[]; theirs: Hunk[] }): Group {
  const first = earliest(hunks.mine[0], hunks.theirs[0]);
  const group: Group = { from: first.from, to: first.to, mine: [], theirs: [] };
  for (;;) {
    const side = (['mine', 'theirs'] as const).find((key) => {
      const next = hunks[key][0];
      return next !== undefined && next.from <= group.to;
    });
    if (!side) return group;
    const hunk = hunks[side].shift() as Hunk;
    group[side].push(hunk);
    group.to = Math.max(group.to, hunk.to);
  }
}

function earliest(mine: Hunk | undefined, theirs: Hunk | undefined): Hunk {
  if (!mine) return theirs as Hunk;
  return !theirs || mine.from <= theirs.from ? mine : theirs;
}

function rewrite(tokens: readonly string[], from: number, to: number, hunks: readonly Hunk[]): string {
  let text = '';
  let position = from;
  for (const hunk of hunks) {
    text += tokens.slice(position, hunk.from).join('') + hunk.text;
    position = hunk.to;
  }
  return text + tokens.slice(position, to).join('');
}
