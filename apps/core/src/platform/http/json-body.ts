import { Problem } from '../errors.ts';

const maxDepth = 32;

/** Parses a JSON body and refuses what parsers disagree on: deep nesting and duplicate keys (INT-144). */
export function parseJsonBody(text: string): unknown {
  if (text.trim() === '') return undefined;
  scan(text);
  try {
    return JSON.parse(text, refusePrototypeKeys);
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem('request.malformed', { detail: 'The body is not valid JSON.' });
  }
}

function refusePrototypeKeys(key: string, value: unknown): unknown {
  if (key === '__proto__')
    throw new Problem('request.malformed', { detail: 'The key "__proto__" is not accepted.' });
  return value;
}

/** One pass over the text: depth by brackets, keys by the string before each colon of the current object. */
function scan(text: string): void {
  const keys: (Set<string> | null)[] = [];
  let lastString = '';
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '"') {
      const end = endOfString(text, at);
      lastString = text.slice(at + 1, end);
      at = end;
    } else if (character === '{' || character === '[') {
      keys.push(character === '{' ? new Set() : null);
      if (keys.length > maxDepth)
        throw new Problem('request.malformed', { detail: 'The body is nested too deeply.' });
    } else if (character === '}' || character === ']') {
      keys.pop();
    } else if (character === ':') {
      const seen = keys.at(-1);
      if (seen?.has(lastString)) {
        throw new Problem('request.malformed', {
          detail: `The key "${lastString.slice(0, 80)}" occurs twice.`,
        });
      }
      seen?.add(lastString);
    }
  }
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at;
}
