import { Problem } from '../errors.ts';

/** A list in a list costs four levels, and people nest lists. */
const maxDepth = 100;

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Parses a JSON body and refuses what parsers disagree on: deep nesting, duplicate keys, letters that are none (INT-144). */
export function parseJsonBody(bytes: Uint8Array): unknown {
  const text = decoded(bytes);
  if (text.trim() === '') return undefined;
  scan(text);
  try {
    return JSON.parse(text, refuseOddities);
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem('request.malformed', { detail: 'The body is not valid JSON.' });
  }
}

function decoded(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw new Problem('request.malformed', { detail: 'The body is not valid UTF-8.' });
  }
}

function refuseOddities(key: string, value: unknown): unknown {
  if (typeof value === 'string' && !value.isWellFormed())
    throw new Problem('request.malformed', { detail: 'The body holds half a character.' });
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
      const key = nameOf(lastString);
      const seen = keys.at(-1);
      if (seen?.has(key))
        throw new Problem('request.malformed', { detail: `The key "${key.slice(0, 80)}" occurs twice.` });
      seen?.add(key);
    }
  }
}

/** The same key may be written in several ways. */
function nameOf(raw: string): string {
  if (!raw.includes('\\')) return raw;
  try {
    return JSON.parse(`"${raw}"`);
  } catch {
    return raw;
  }
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at;
}
