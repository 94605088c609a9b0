/** The text of an element as one string, with where each of its pieces begins. */
function piecesOf(root: Node): { text: string; pieces: { node: Text; from: number }[] } {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const pieces: { node: Text; from: number }[] = [];
  let text = '';
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    pieces.push({ node: node as Text, from: text.length });
    text += node.textContent ?? '';
  }
  return { text, pieces };
}

/** Where the nth of equal quotes stands; null where the words are not there. */
export function nthIndex(text: string, quote: string, nth: number): number | null {
  let at = -1;
  for (let left = nth; left >= 0; left -= 1) {
    at = text.indexOf(quote, at + 1);
    if (at < 0) return null;
  }
  return at;
}

/** How many of the same words stand before this place: what tells one of them from the others. */
export function countBefore(text: string, quote: string, at: number): number {
  let count = 0;
  for (let found = text.indexOf(quote); found >= 0 && found < at; found = text.indexOf(quote, found + 1))
    count += 1;
  return count;
}

export function rangeOf(root: Node, quote: string, nth: number): Range | null {
  const { text, pieces } = piecesOf(root);
  const start = nthIndex(text, quote, nth);
  if (start === null) return null;
  const pointOf = (at: number) => {
    const piece = pieces.findLast(({ from }) => from <= at) ?? pieces[0];
    return piece && { node: piece.node, offset: at - piece.from };
  };
  const [from, last] = [pointOf(start), pointOf(start + quote.length - 1)];
  if (!from || !last) return null;
  const range = document.createRange();
  range.setStart(from.node, from.offset);
  range.setEnd(last.node, last.offset + 1);
  return range;
}

/** The words of a selection inside the text, with their place among equal ones. */
export function quoteOf(root: Node, range: Range): { quote: string; nth: number } | null {
  const quote = range.toString();
  if (!quote.trim() || quote.length > 2_000 || !root.contains(range.commonAncestorContainer)) return null;
  const before = document.createRange();
  before.selectNodeContents(root);
  before.setEnd(range.startContainer, range.startOffset);
  const { text } = piecesOf(root);
  return { quote, nth: countBefore(text, quote, before.toString().length) };
}
