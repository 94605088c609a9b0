import type { z } from 'zod';

const allowed = new Set([
  'number',
  'int',
  'boolean',
  'enum',
  'literal',
  'null',
  'undefined',
  'date',
  'never',
]);
const allowedStrings = new Set(['uuid', 'guid', 'date', 'datetime', 'regex']);
const wrappers = new Set(['optional', 'nullable', 'default', 'readonly', 'prefault', 'nonoptional']);

interface Inner {
  type: string;
  format?: string;
  shape?: Record<string, z.ZodType>;
  element?: z.ZodType;
  innerType?: z.ZodType;
  options?: z.ZodType[];
  checks?: { _zod: { def: { format?: string } } }[];
}

/**
 * OPS-101: free text has no place in a payload. Queues are read by operators and kept for weeks, so a payload
 * names records by id and says how to treat them; a text must have the form of an id, a date or a code.
 */
export function requireIdsOnly(job: string, schema: z.ZodType, path = 'payload'): void {
  const inner = schema._zod.def as unknown as Inner;
  if (allowed.has(inner.type)) return;
  if (inner.type === 'string' && hasForm(inner)) return;
  const parts = partsOf(inner, path);
  if (!parts)
    throw new Error(`Job ${job}: ${path} is a ${inner.type}; a payload holds ids and settings only`);
  for (const [name, part] of parts) requireIdsOnly(job, part, name);
}

function partsOf(inner: Inner, path: string): [string, z.ZodType][] | undefined {
  if (inner.type === 'object') {
    return Object.entries(inner.shape ?? {}).map(([key, value]) => [`${path}.${key}`, value]);
  }
  if (inner.type === 'array' && inner.element) return [[`${path}[]`, inner.element]];
  if (wrappers.has(inner.type) && inner.innerType) return [[path, inner.innerType]];
  if (inner.type === 'union') return (inner.options ?? []).map((option) => [path, option]);
  return undefined;
}

function hasForm(inner: Inner): boolean {
  const forms = [inner.format, ...(inner.checks ?? []).map((check) => check._zod.def.format)];
  return forms.some((form) => form !== undefined && allowedStrings.has(form));
}
