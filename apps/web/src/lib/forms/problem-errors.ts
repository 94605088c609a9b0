import { ApiProblem } from '@k12/contracts/client';

export interface FormFailure {
  /** Message by field name. */
  fields: Record<string, string>;
  /** What belongs to no field. */
  general: string | null;
  code: string;
}

/** Puts the server's pointers back onto the fields of the form; all failures come at once (UXP-29). */
export function formFailure(error: unknown, fieldNames: readonly string[], fallback: string): FormFailure {
  if (!(error instanceof ApiProblem)) return { fields: {}, general: fallback, code: 'network' };
  const fields: Record<string, string> = {};
  const others: string[] = [];
  for (const { pointer, detail } of error.problem.errors ?? []) {
    const name = pointer.split('/')[1] ?? '';
    if (fieldNames.includes(name)) fields[name] ??= detail;
    else others.push(detail);
  }
  const isPlaced = Object.keys(fields).length > 0 && others.length === 0;
  return { fields, general: isPlaced ? null : (others[0] ?? error.message), code: error.code };
}
