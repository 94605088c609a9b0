import { ApiProblem } from '@k12/contracts/client';
import type { FieldFault } from './field-words.ts';

export interface FormFailure {
  /** Message by field name. */
  fields: Record<string, string>;
  /** What the fields are called, where the form tells. */
  labels?: Record<string, string>;
  /** What belongs to no field. */
  general: string | null;
  code: string;
}

type Words = (fault: FieldFault, name: string) => string;

/** Puts the server's pointers back onto the fields of the form; all failures come at once (UXP-29). */
export function formFailure(
  error: unknown,
  fieldNames: readonly string[],
  fallback: string,
  words: Words = ({ detail }) => detail,
): FormFailure {
  if (!(error instanceof ApiProblem)) return { fields: {}, general: fallback, code: 'network' };
  const fields: Record<string, string> = {};
  const others: string[] = [];
  for (const { pointer, ...fault } of error.problem.errors ?? []) {
    const name = pointer.split('/')[1] ?? '';
    if (fieldNames.includes(name)) fields[name] ??= words(fault, name);
    else others.push(fault.detail);
  }
  const isPlaced = Object.keys(fields).length > 0 && others.length === 0;
  return { fields, general: isPlaced ? null : (others[0] ?? error.message), code: error.code };
}
