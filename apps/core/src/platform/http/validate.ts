import type { FieldProblem } from '@k12/contracts';
import type { z } from 'zod';
import { Problem } from '../errors.ts';

type Issue = z.core.$ZodIssue;

/** Parses one part of a request; all failures come back at once, each with its JSON pointer. */
export function validate(schema: z.ZodType | undefined, value: unknown, base: string): unknown {
  if (!schema) return undefined;
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new Problem('request.invalid', {
    errors: parsed.error.issues.flatMap((issue) => fieldProblems(issue, base)),
  });
}

function fieldProblems(issue: Issue, base: string): FieldProblem[] {
  const pointer = base + issue.path.map((step) => `/${escapePointer(String(step))}`).join('');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      pointer: `${pointer}/${escapePointer(key.slice(0, 100))}`,
      code: 'unknown_field',
      detail: 'This field is not known here.',
    }));
  }
  return [{ pointer, code: issueCode(issue), detail: issue.message }];
}

function issueCode(issue: Issue): string {
  if (issue.code === 'invalid_type' && issue.input === undefined) return 'required';
  if (issue.code === 'custom' && typeof issue.params?.code === 'string') return issue.params.code;
  return issue.code;
}

function escapePointer(step: string): string {
  return step.replaceAll('~', '~0').replaceAll('/', '~1');
}
