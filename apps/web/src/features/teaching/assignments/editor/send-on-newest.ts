import { ApiProblem } from '@k12/contracts/client';
import { sameValue } from '@k12/plan-content/same-value';

/**
 * Saves one part of an assignment. What is saved beside it raises the version too: while this part stands as it was
 * read, nobody is written over, and it goes on the newer version.
 */
export async function sendOnNewest<T extends { lock_version: number }, R>(
  known: T,
  part: (record: T) => unknown,
  send: (lock_version: number) => Promise<R>,
): Promise<R> {
  for (let version = known.lock_version; ; ) {
    try {
      return await send(version);
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.code !== 'version_conflict') throw error;
      const current = error.problem.current as T;
      if (!sameValue(part(current), part(known))) throw error;
      version = current.lock_version;
    }
  }
}
