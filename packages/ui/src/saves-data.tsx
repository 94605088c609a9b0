'use client';
import { useSyncExternalStore } from 'react';

interface Connection {
  saveData?: boolean;
  /** Megabits a second, as the browser guesses. */
  downlink?: number;
}

const slowMegabits = 1;

/** Whether the person asked to save data, or the line is slow: then nothing comes that was not asked for (UXP-113). */
export function savesData(): boolean {
  const { connection } = navigator as { connection?: Connection };
  if (!connection) return false;
  return connection.saveData === true || (connection.downlink ?? slowMegabits) < slowMegabits;
}

const never = () => () => undefined;

/** For what is drawn by the server first, which cannot know. */
export function useSavesData(): boolean {
  return useSyncExternalStore(never, savesData, () => false);
}
