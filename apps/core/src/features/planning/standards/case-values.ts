import type { JsonObject } from './json-elements.ts';

/** Publishers write the same thing as text, number, object or list of one: the text of it, or null (PLN-74). */
export function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value.trim() === '' ? null : value.trim();
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return value.length > 0 ? textOf(value[0]) : null;
  if (!isObject(value)) return null;
  for (const key of ['title', 'value', 'text', 'name', 'uri', 'identifier']) {
    const text = value[key];
    if (typeof text === 'string' && text.trim() !== '') return text.trim();
  }
  return null;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A list, one text, texts separated by commas, or objects with a title. */
export function textsOf(value: unknown): string[] {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) return unique(value.flatMap((entry) => textsOf(entry)));
  if (typeof value === 'string')
    return unique(
      value
        .split(/[,;|]/)
        .map((part) => part.trim())
        .filter(Boolean),
    );
  const text = textOf(value);
  return text === null ? [] : [text];
}

/** The first of several spellings of a field, with the one that was used. */
export function fieldOf(item: JsonObject, ...names: string[]): { value: unknown; name: string } | null {
  for (const name of names) {
    const value = item[name];
    if (value !== undefined && value !== null && value !== '') return { value, name };
  }
  return null;
}

export interface NodeReference {
  identifier: string;
  uri: string | null;
  title: string | null;
  as_text: boolean;
}

/** One end of an association: an object with identifier and uri, only one of both, or a text. */
export function referenceOf(value: unknown): NodeReference | null {
  if (typeof value === 'string') {
    const identifier = identifierOf(value);
    return identifier === null ? null : { identifier, uri: addressOf(value), title: null, as_text: true };
  }
  if (Array.isArray(value)) return referenceOf(value[0]);
  if (!isObject(value)) return null;
  const uri = typeof value.uri === 'string' && value.uri.trim() !== '' ? value.uri.trim() : null;
  const given = typeof value.identifier === 'string' ? value.identifier : uri;
  const identifier = given === null ? null : identifierOf(given);
  return identifier === null ? null : { identifier, uri, title: textOf(value.title), as_text: false };
}

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const maxIdentifier = 200;

/** UUIDs are the same in either case; of an address the last segment names the record. */
export function identifierOf(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return null;
  const text = value.trim().replace(/\/+$/, '');
  const found = uuid.exec(text.replace(/[?#].*$/s, ''));
  if (found) return found[0].toLowerCase();
  const isPath = addressOf(text) !== null && !/[?#]/.test(text);
  const last = isPath ? (text.split('/').at(-1) ?? '') : text;
  return last === '' ? null : last.slice(-maxIdentifier);
}

function addressOf(text: string): string | null {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : null;
}

/** Not a number at all is null; "10" and 10 are the same. */
export function numberOf(value: unknown): number | null {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
}

/** The same content gives the same text, whatever the order of its fields. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, entry) =>
    isObject(entry)
      ? Object.fromEntries(
          Object.keys(entry)
            .sort()
            .map((key) => [key, entry[key]]),
        )
      : entry,
  );
}

function unique(texts: string[]): string[] {
  return [...new Set(texts)];
}
