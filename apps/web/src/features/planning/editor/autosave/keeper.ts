import type { KeptEdits, KeptRecord } from './draft-wire.ts';

export interface Keeper {
  /** Brings what is on the device up to date; resolves when the newest state is there. */
  keep: () => Promise<void>;
}

/** Writes one after another and skips states that are already old, so that typing never waits for the disk. */
export function createKeeper(kept: KeptEdits, current: () => KeptRecord | null, id: string): Keeper {
  let running: Promise<void> | null = null;
  let isStale = false;
  const write = async () => {
    // Together with what else happens in this turn.
    await Promise.resolve();
    do {
      isStale = false;
      const record = current();
      // A device that keeps nothing (private window, full disk) must not stop the sending.
      await (record ? kept.put(record) : kept.remove(id)).catch(() => {});
    } while (isStale);
    running = null;
  };
  return {
    keep: () => {
      isStale = true;
      running ??= write();
      return running;
    },
  };
}
