import type { Readable } from 'node:stream';
import { Problem } from '../errors.ts';
import type { Span } from './byte-range.ts';

/** Where the bytes of files lie. Keys begin with the tenant (IDN-119). */
export interface Storage {
  kind: 'disk' | 's3';
  /** Moves a finished file of this machine into the storage. */
  store(key: string, source: { path: string; size: number; content_type: string }): Promise<void>;
  /** All of it, or one stretch that lies inside. */
  open(key: string, span?: Span): Promise<Readable>;
  remove(key: string): Promise<void>;
  /** Writes, reads and deletes a small object (OPS-04). */
  probe(): Promise<{ free_percent: number | null }>;
  close(): void;
}

export function storageKey(tenantId: string, purpose: string, fileId: string): string {
  return `${tenantId}/${purpose}/${fileId}`;
}

/** OPS-11: whatever goes wrong with the storage is its unavailability, and worth trying again. */
export async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem('storage_unavailable', { retry_after: 30 });
  }
}
