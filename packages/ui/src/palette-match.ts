/** How well what was typed fits: 0 is not at all. A text, its initials or its code, with one letter wrong (UXP-14). */
export function paletteScore(texts: readonly string[], typed: string): number {
  const query = fold(typed);
  if (query === '') return 1;
  return Math.max(0, ...texts.map((text) => scoreOf(fold(text), query)));
}

function scoreOf(text: string, query: string): number {
  if (text.startsWith(query)) return 1;
  if (text.includes(` ${query}`)) return 0.9;
  if (text.includes(query)) return 0.8;
  const words = wordsOf(text);
  if (
    query.length >= 2 &&
    words
      .map((word) => word[0])
      .join('')
      .startsWith(query)
  )
    return 0.7;
  const code = bare(query);
  if (code.length >= 3 && bare(text).includes(code)) return 0.6;
  const wanted = wordsOf(query);
  const isNear = wanted.length > 0 && wanted.every((word) => words.some((one) => isNearly(one, word)));
  return isNear ? 0.4 : 0;
}

const fold = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLocaleLowerCase()
    .trim();
const wordsOf = (text: string) => text.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
const bare = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, '');

/** The beginning of a word with at most one letter wrong, missing, too many or exchanged; short words must fit. */
function isNearly(word: string, typed: string): boolean {
  if (word.startsWith(typed)) return true;
  if (typed.length < 4) return false;
  return [typed.length - 1, typed.length, typed.length + 1].some((length) =>
    isOneApart(word.slice(0, length), typed),
  );
}

function isOneApart(one: string, other: string): boolean {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  if (one.length === other.length) {
    const isExchanged = one[at] === other[at + 1] && one[at + 1] === other[at];
    return (
      one.slice(at + 1) === other.slice(at + 1) || (isExchanged && one.slice(at + 2) === other.slice(at + 2))
    );
  }
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return long.length - short.length === 1 && short.slice(at) === long.slice(at + 1);
}
