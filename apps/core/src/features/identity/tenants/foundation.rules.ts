import { timeZone } from '@k12/contracts/records';
import { z } from 'zod';

const Foundation = z.object({
  BOOTSTRAP_TENANT_NAME: z.string().trim().min(1).max(120),
  BOOTSTRAP_TENANT_SLUG: z.string().regex(/^[a-z0-9][a-z0-9-]{1,38}[a-z0-9]$/),
  BOOTSTRAP_TENANT_KIND: z.enum(['school', 'district']).default('school'),
  BOOTSTRAP_TIME_ZONE: timeZone,
  BOOTSTRAP_LOCALE: z.enum(['en', 'es', 'fr', 'ar']).default('en'),
  BOOTSTRAP_SCHOOL_NAME: z.string().trim().min(1).max(120),
  BOOTSTRAP_SCHOOL_CODE: z.string().trim().min(1).max(40),
  BOOTSTRAP_YEAR_NAME: z.string().trim().min(1).max(120),
  BOOTSTRAP_YEAR_STARTS_ON: z.iso.date(),
  BOOTSTRAP_YEAR_ENDS_ON: z.iso.date(),
  BOOTSTRAP_ADMIN_EMAIL: z.email(),
  BOOTSTRAP_ADMIN_GIVEN_NAME: z.string().trim().min(1).max(120),
  BOOTSTRAP_ADMIN_FAMILY_NAME: z.string().trim().min(1).max(120),
});
export type Foundation = z.infer<typeof Foundation>;

type Reading = { ok: true; foundation: Foundation } | { ok: false; names: string[] };

/** All that is missing is named at once, values never. */
export function readFoundation(environment: Record<string, string | undefined>): Reading {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = Foundation.safeParse(given);
  if (parsed.success) return { ok: true, foundation: parsed.data };
  return { ok: false, names: [...new Set(parsed.error.issues.map((issue) => issue.path.join('.')))] };
}
