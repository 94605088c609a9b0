import type { SnippetRun } from '@k12/contracts/planning/search';

/** Compared without case and accents: `Évaluation` and `evaluation` are one word (PLN-155). */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}

/** `6.RP.A.3`, `6rpa3` and `6 rp a 3` are one code (PLN-85). */
export function foldCode(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]/gu, '');
}

export interface TypedSearch {
  /** What the search engine's own reader gets: words and "phrases". */
  typed: string;
  /** Words and phrases after a minus. */
  excluded: string[];
  /** Still being typed, so its beginning is enough; empty when the typing has ended. */
  last_word: string;
  folded: string;
  /** Only what could be a code: letters with digits. */
  code: string;
}

/** Undefined when there is nothing to search for (PLN-163). */
export function readTyped(q: string): TypedSearch | undefined {
  const folded = fold(q.replace(/\p{C}/gu, ' '));
  if (folded.replace(/[^\p{L}\p{N}]/gu, '').length < 2) return undefined;
  const open = (folded.match(/"/g)?.length ?? 0) % 2 === 1;
  const text = open ? `${folded}"` : folded;
  const excluded: string[] = [];
  const kept = text.replace(
    /(^|\s)-(?:"([^"]*)"|(\S+))/g,
    (_, space: string, phrase?: string, word?: string) => {
      excluded.push(phrase ?? word ?? '');
      return space;
    },
  );
  const last = open || kept !== text ? null : /(?:^|\s)([\p{L}\p{N}]+)$/u.exec(kept);
  const word = last?.[1] ?? '';
  const code = foldCode(folded);
  const looksLikeCode = /\d/.test(code) && code.length >= 3 && code.length <= 40;
  return {
    typed: (word ? kept.slice(0, -word.length) : kept).trim(),
    excluded,
    last_word: word,
    folded: folded.replace(/["]/g, '').trim(),
    code: looksLikeCode ? code : '',
  };
}

/** What a person wrote in a plan, without keys, ids and markup, at most as long as search can use. */
export function textOf(content: unknown, most = 200_000): string {
  const parts: string[] = [];
  let length = 0;
  const visit = (value: unknown): void => {
    if (length > most) return;
    if (typeof value === 'string') {
      parts.push(value);
      length += value.length + 1;
    } else if (Array.isArray(value)) value.forEach(visit);
    else if (typeof value === 'object' && value !== null) visitRecord(value as Record<string, unknown>);
  };
  const visitRecord = (record: Record<string, unknown>): void => {
    const isRichNode = typeof record.type === 'string' && ('content' in record || 'text' in record);
    if (isRichNode) {
      visit(record.text);
      visit(record.content);
      return;
    }
    for (const [key, part] of Object.entries(record)) if (key !== 'id' && key !== 'type') visit(part);
  };
  visit(content);
  return parts.join(' ').slice(0, most);
}

/** Marks that no text contains: the database is asked to put them around found words. */
export const foundMarks = { start: '\u0002', stop: '\u0003', between: '\u0004' } as const;

/** Its parser takes what looks like a tag for one and drops it; nothing a person wrote may go. */
export const hiddenBrackets = '\uE000\uE001';

/** The database's fragments as runs; the marks are gone from what people wrote before it is stored. */
export function readSnippets(headline: string): SnippetRun[][] {
  const { start, stop, between } = foundMarks;
  return headline
    .replaceAll(hiddenBrackets.charAt(0), '<')
    .replaceAll(hiddenBrackets.charAt(1), '>')
    .split(between)
    .slice(0, 3)
    .map((fragment) =>
      fragment
        .split(start)
        .flatMap((part, index): SnippetRun[] => {
          if (index === 0) return [{ text: part, found: false }];
          const [found = '', rest = ''] = part.split(stop);
          return [
            { text: found, found: true },
            { text: rest, found: false },
          ];
        })
        .filter(({ text }) => text !== ''),
    )
    .filter((runs) => runs.some(({ found }) => found));
}

/** Control characters would be taken for marks, and mean nothing to a reader. */
export function withoutMarks(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ');
}
