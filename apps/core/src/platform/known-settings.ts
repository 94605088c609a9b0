import type { z } from 'zod';

/**
 * Settings as they are kept, with the value of the product where nothing was decided. One value that is not understood
 * any more must not take the others with it.
 */
export function knownSettings<Shape extends z.ZodRawShape>(
  schema: z.ZodObject<Shape>,
  settings: unknown,
): z.output<z.ZodObject<Shape>> {
  const known = schema.safeParse(settings ?? {});
  if (known.success) return known.data;
  const faulty = new Set(known.error.issues.map(({ path }) => path[0]));
  const rest = Object.entries(settings as object).filter(([key]) => !faulty.has(key) && key in schema.shape);
  return schema.parse(Object.fromEntries(rest));
}
