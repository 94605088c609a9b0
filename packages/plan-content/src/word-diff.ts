export type RunStatus = 'same' | 'added' | 'removed';

/** A stretch of text: without `added` the runs are the old text, without `removed` the new one, to the letter. */
export interface TextRun {
  status: RunStatus;
  text: string;
}

export interface TextDiff {
  runs: TextRun[];
  /** Too different for words: whole paragraphs were compared, or nothing at all (PLN-38). */
  coarse: boolean;
}

/** Steps that may still be spent; one budget can be shared by all fields of a plan. */
export interface DiffBudget {
  steps: number;
}

/** About a second of comparing on a slow machine. */
export function diffBudget(): DiffBudget {
  return { steps: 8_000_000 };
}

/** Furthest apart that two texts are compared step by step; the trace of a comparison grows with its square. */
const mostEdits = 1_500;

// A word, a run of blanks, or one other sign. Scripts written without blanks are compared sign by sign.
const token =
  /[[\p{L}\p{M}\p{N}_'’]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]]+|\s+|./gsv;

export function tokensOf(text: string): string[] {
  return text.match(token) ?? [];
}

/** Paragraphs with the line break that ends them. */
function paragraphsOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+/g) ?? [];
}

export function diffWords(before: string, after: string, budget: DiffBudget = diffBudget()): TextDiff {
  if (before === after) return { runs: runsOf([['same', before]]), coarse: false };
  const words = diffTokens(tokensOf(before), tokensOf(after), budget);
  if (words) return { runs: readable(words), coarse: false };
  const paragraphs = diffTokens(paragraphsOf(before), paragraphsOf(after), budget);
  if (paragraphs) return { runs: changesTogether(paragraphs), coarse: true };
  const replaced: Piece[] = [
    ['removed', before],
    ['added', after],
  ];
  return { runs: runsOf(replaced), coarse: true };
}

export type Piece = [RunStatus, string];

/** The shortest way from one list to the other, or nothing when the budget does not suffice. */
export function diffTokens(
  before: readonly string[],
  after: readonly string[],
  budget: DiffBudget,
): Piece[] | undefined {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let end = 0;
  const room = Math.min(before.length, after.length) - start;
  while (end < room && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  const numbers = new Map<string, number>();
  const numbered = (tokens: readonly string[]) => Int32Array.from(tokens, (text) => numberOf(numbers, text));
  const left = before.slice(start, before.length - end);
  const right = after.slice(start, after.length - end);
  const [old, now] = [numbered(left), numbered(right)];
  if (fewestEdits(old, now, numbers.size) > mostEdits) return undefined;
  const middle = walkBack(left, right, searchForward(old, now, budget));
  if (!middle) return undefined;
  return [
    ...before.slice(0, start).map((text): Piece => ['same', text]),
    ...middle,
    ...before.slice(before.length - end).map((text): Piece => ['same', text]),
  ];
}

function numberOf(numbers: Map<string, number>, text: string): number {
  const known = numbers.get(text);
  if (known !== undefined) return known;
  numbers.set(text, numbers.size);
  return numbers.size - 1;
}

/** Every token that one side has more often than the other is an edit at least: tells at once what is hopeless. */
function fewestEdits(before: Int32Array, after: Int32Array, numbers: number): number {
  const surplus = new Int32Array(numbers);
  for (const number of before) surplus[number] = (surplus[number] ?? 0) + 1;
  for (const number of after) surplus[number] = (surplus[number] ?? 0) - 1;
  return surplus.reduce((sum, count) => sum + Math.abs(count), 0);
}

/**
 * Greedy search of Myers (1986): after `edits` steps, `reach[k]` is the furthest old position on diagonal k
 * (old position minus new position). Every round is kept, so that the way can be walked back.
 */
function searchForward(before: Int32Array, after: Int32Array, budget: DiffBudget): Int32Array[] | undefined {
  const limit = Math.min(before.length + after.length, mostEdits);
  const rounds: Int32Array[] = [];
  let last = new Int32Array([0]);
  for (let edits = 0; edits <= limit; edits++) {
    const reach = new Int32Array(2 * edits + 1);
    for (let k = -edits; k <= edits; k += 2) {
      let x = edits === 0 ? 0 : stepInto(last, edits, k);
      let y = x - k;
      const from = x;
      while (x < before.length && y < after.length && before[x] === after[y]) {
        x++;
        y++;
      }
      reach[k + edits] = x;
      budget.steps -= 1 + x - from;
      if (x >= before.length && y >= after.length) return [...rounds, reach];
    }
    if (budget.steps < 0) return undefined;
    rounds.push(reach);
    last = reach;
  }
  return undefined;
}

/** Where diagonal k is entered in round `edits`: down (added) keeps the old position, right (removed) moves it. */
function stepInto(last: Int32Array, edits: number, k: number): number {
  return isDown(last, edits, k) ? at(last, edits - 1, k + 1) : at(last, edits - 1, k - 1) + 1;
}

function isDown(last: Int32Array, edits: number, k: number): boolean {
  return k === -edits || (k !== edits && at(last, edits - 1, k - 1) < at(last, edits - 1, k + 1));
}

function at(round: Int32Array, edits: number, k: number): number {
  return round[k + edits] ?? 0;
}

function walkBack(
  before: readonly string[],
  after: readonly string[],
  rounds: Int32Array[] | undefined,
): Piece[] | undefined {
  if (!rounds) return undefined;
  const pieces: Piece[] = [];
  let x = before.length;
  let y = after.length;
  for (let edits = rounds.length - 1; edits > 0; edits--) {
    const last = rounds[edits - 1] as Int32Array;
    const k = x - y;
    const down = isDown(last, edits, k);
    const entered = stepInto(last, edits, k);
    while (x > entered) {
      pieces.push(['same', before[--x] as string]);
      y--;
    }
    if (down) pieces.push(['added', after[--y] as string]);
    else pieces.push(['removed', before[--x] as string]);
  }
  while (x > 0) pieces.push(['same', before[--x] as string]);
  return pieces.reverse();
}

/** Blanks and signs that happen to be equal between two changed words belong to the change. */
function readable(pieces: readonly Piece[]): TextRun[] {
  const runs = changesTogether(pieces);
  const joined: Piece[] = runs.flatMap((run, at): Piece[] => {
    const isBetween =
      run.status === 'same' &&
      runs[at - 1] !== undefined &&
      runs[at + 1] !== undefined &&
      run.text.length < 4 &&
      !/[\p{L}\p{N}\n]/u.test(run.text);
    const piece: Piece = [run.status, run.text];
    if (!isBetween || !replacesOnBothSides(runs, at)) return [piece];
    return [
      ['removed', run.text],
      ['added', run.text],
    ];
  });
  return changesTogether(joined);
}

/** A word taken out or put in alone keeps the blanks around it; only replaced words are joined to a phrase. */
function replacesOnBothSides(runs: readonly TextRun[], at: number): boolean {
  const isReplaced = (first: number) =>
    runs[first]?.status === 'removed' && runs[first + 1]?.status === 'added';
  return isReplaced(at - 2) && isReplaced(at + 1);
}

/** Joins neighbours; between two equal stretches first all that was removed, then all that was added. */
function changesTogether(pieces: readonly Piece[]): TextRun[] {
  const ordered: Piece[] = [];
  let removed = '';
  let added = '';
  const flush = () => {
    ordered.push(['removed', removed], ['added', added]);
    removed = '';
    added = '';
  };
  for (const [status, text] of pieces) {
    if (status === 'removed') removed += text;
    else if (status === 'added') added += text;
    else {
      flush();
      ordered.push(['same', text]);
    }
  }
  flush();
  return runsOf(ordered);
}

function runsOf(pieces: readonly Piece[]): TextRun[] {
  const runs: TextRun[] = [];
  for (const [status, text] of pieces) {
    const last = runs.at(-1);
    if (text === '') continue;
    if (last?.status === status) last.text += text;
    else runs.push({ status, text });
  }
  return runs;
}

export function oldText(runs: readonly TextRun[]): string {
  return runs
    .filter((run) => run.status !== 'added')
    .map((run) => run.text)
    .join('');
}

export function newText(runs: readonly TextRun[]): string {
  return runs
    .filter((run) => run.status !== 'removed')
    .map((run) => run.text)
    .join('');
}
