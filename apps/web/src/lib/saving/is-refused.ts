import { ApiProblem } from '@k12/contracts/client';

/**
 * Whether the server has heard what was written and said no. Anything else is worth sending again, and what was
 * written stays on the device until then.
 */
export function isRefused(error: unknown): error is ApiProblem {
  return error instanceof ApiProblem && !isPassing(error);
}

const passingStatus = new Set([0, 401, 408, 425, 429]);
const passingCodes = new Set(['csrf_failed', 'idempotency.running']);

/** Trouble on the way or of ours, and a sign-in that has to be done first: nothing is wrong with the words. */
function isPassing({ status, code, problem }: ApiProblem): boolean {
  // What answered without naming the request was not the server, but something in between.
  const isNotOurs = problem.request_id === '';
  return status >= 500 || passingStatus.has(status) || passingCodes.has(code) || isNotOurs;
}
