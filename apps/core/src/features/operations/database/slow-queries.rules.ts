const shownCharacters = 200;

/** A statement as it may be shown: no literal of any kind, one line, at most 200 characters (OPS-68). */
export function shownStatement(query: string): string {
  const plain = query
    .replace(/--[^\n]*|\/\*.*?\*\//gs, ' ')
    .replace(/\$(\w*)\$.*?\$\1\$/gs, '?')
    .replace(/(?:\b[ebx])?'(?:[^'\\]|''|\\.)*'/gi, '?')
    .replace(/(?<![\w$])\d+(?:\.\d+)?\b/g, '?')
    .replace(/\s+/g, ' ')
    .trim();
  return plain.slice(0, shownCharacters);
}
