import { invalid } from '../errors.ts';
import type { Position } from '../in-order-after.ts';

/** A cursor is the sort position of the last row: opaque to clients, stable under inserts. */
export function encodeCursor(position: NonNullable<Position>): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url');
}

export function decodeCursor(cursor: string | undefined, length: number): Position {
  if (cursor === undefined) return undefined;
  const position = parse(cursor);
  if (!Array.isArray(position) || position.length !== length || !position.every(isScalar)) {
    throw invalid('/cursor', 'invalid_cursor', 'This cursor does not belong to this list.');
  }
  return position;
}

/** Queries ask for one row more than the page; its presence tells that there is a next page. */
export function pageOf<R, T>(
  rows: R[],
  limit: number,
  present: (row: R) => T,
  position: (row: R) => NonNullable<Position>,
): { data: T[]; next_cursor: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    data: shown.map(present),
    next_cursor: rows.length > limit && last !== undefined ? encodeCursor(position(last)) : null,
  };
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}

function isScalar(value: unknown): boolean {
  return (
    value === null || typeof value === 'number' || (typeof value === 'string' && !value.includes('\u0000'))
  );
}
