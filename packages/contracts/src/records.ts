import { z } from 'zod';
import { nameText } from './name-text.ts';

/** Building blocks shared by every record of the API. */
export const id = z.uuid();
export const instant = z.iso.datetime({ offset: true });
export const day = z.iso.date();
export const lockVersion = z.int().min(0);
export const idParams = z.strictObject({ id });
export const noContent = z.undefined();

export const name = nameText(120).min(1);
export const reason = z.string().trim().min(10).max(500);
export const locale = z.enum(['en', 'es', 'fr', 'ar']);
export const timeZone = z.string().min(1).max(64).refine(isTimeZone, { error: 'not an IANA time zone' });

function isTimeZone(value: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
    return true;
  } catch {
    return false;
  }
}

/** What the caller may do with a record, so that pages never re-decide roles. */
export function abilities<const K extends readonly string[]>(...verbs: K) {
  return z.object(
    Object.fromEntries(verbs.map((verb) => [verb, z.boolean()])) as Record<K[number], z.ZodBoolean>,
  );
}
