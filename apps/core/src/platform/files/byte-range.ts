/** First and last byte, both included. */
export interface Span {
  start: number;
  end: number;
}

/**
 * The one stretch of bytes that a request asks for, so that a phone can seek in sound and film (RFC 9110, 14). What
 * cannot be read, other units and several stretches at once count as not asked: the answer is the whole file.
 */
export function readRange(header: string | undefined, size: number): Span | 'outside' | null {
  const [, first = '', last = ''] = /^bytes=[ \t]*(\d{0,20})-(\d{0,20})[ \t]*$/i.exec(header ?? '') ?? [];
  if (first === '' && last === '') return null;
  if (first === '') {
    const length = Math.min(Number(last), size);
    return length === 0 ? 'outside' : { start: size - length, end: size - 1 };
  }
  const start = Number(first);
  if (last !== '' && Number(last) < start) return null;
  if (start >= size) return 'outside';
  return { start, end: last === '' ? size - 1 : Math.min(Number(last), size - 1) };
}
