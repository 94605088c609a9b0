import { setTimeout as delay } from 'node:timers/promises';

/** Two pauses, then the person is told: core may be restarting, or shedding load for a second (OPS-08). */
const pausesMs = [150, 900];

/** Asks core again when it is not answering or says 5xx. Only for reads: a write may have happened. */
export async function retryRead<T>(
  read: () => Promise<T>,
  isTransient: (error: unknown) => boolean,
): Promise<T> {
  for (const pause of pausesMs) {
    try {
      return await read();
    } catch (error) {
      if (!isTransient(error)) throw error;
      // biome-ignore lint/suspicious/noConsole: the log of the server that renders pages
      console.warn(`Core did not answer, asking again: ${error}`);
      await delay(pause);
    }
  }
  return read();
}
