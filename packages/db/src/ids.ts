import { v7 } from 'uuid';

/** UUIDv7: made by the application, ordered by time, so inserts stay at the end of every index. */
export function newId(): string {
  return v7();
}
