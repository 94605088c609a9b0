import { ApiProblem } from '@k12/contracts/client';

/**
 * Whether Homeroom can be reached, as real requests see it: a network that is up may still lead nowhere, or to the
 * page of a filter (UXP-53).
 */
let isReached = true;
const listeners = new Set<() => void>();

function note(reached: boolean): void {
  if (reached === isReached) return;
  isReached = reached;
  for (const listener of listeners) listener();
}

export async function notingConnection<T>(call: () => Promise<T>): Promise<T> {
  try {
    const reply = await call();
    note(true);
    return reply;
  } catch (error) {
    if (!isAbort(error)) note(isAnswer(error));
    throw error;
  }
}

/** Homeroom's own refusals carry the request's id; what a filter or portal answers does not. */
function isAnswer(error: unknown): boolean {
  return error instanceof ApiProblem && error.problem.request_id !== '';
}

const isAbort = (error: unknown) => error instanceof DOMException && error.name === 'AbortError';

export const connection = {
  subscribe(listener: () => void) {
    listeners.add(listener);
    window.addEventListener('online', listener);
    window.addEventListener('offline', listener);
    return () => {
      listeners.delete(listener);
      window.removeEventListener('online', listener);
      window.removeEventListener('offline', listener);
    };
  },
  read: () => navigator.onLine !== false && isReached,
  readOnServer: () => true,
};
