import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { noContent } from '../records.ts';

export const VitalName = z.enum(['LCP', 'INP', 'CLS', 'FCP', 'TTFB']);
export type VitalName = z.infer<typeof VitalName>;

export const WebVitals = z.strictObject({
  /** Which release the page came with; figures of others are counted in metrics alone. */
  release: z.string().max(40).default(''),
  vitals: z
    .array(
      z.strictObject({
        name: VitalName,
        /** Milliseconds; CLS is a plain number. */
        value: z.number().min(0).max(600_000),
        rating: z.enum(['good', 'needs-improvement', 'poor']),
        /** The template of the page's address, never the address. */
        route: z.string().max(200),
      }),
    )
    .min(1)
    .max(20),
});
export type WebVitals = z.infer<typeof WebVitals>;

export const reportWebVitals = endpoint({
  name: 'web_vitals.create',
  method: 'POST',
  path: '/analytics/web_vitals',
  summary: 'How fast pages felt',
  permission: 'public',
  rate: 'general',
  body: WebVitals,
  replies: { 202: noContent },
});

export const VitalFigure = z
  .object({
    route: z.string(),
    name: VitalName,
    release: z.string(),
    /** Three of four visits were at least this fast: milliseconds, for CLS thousandths. */
    p75: z.int(),
    visits: z.int(),
    /** Against the release before it, where both were visited often enough: 1.25 is a quarter slower. */
    change: z.number().nullable(),
    is_worse: z.boolean(),
  })
  .meta({ id: 'VitalFigure' });
export type VitalFigure = z.infer<typeof VitalFigure>;

export const listVitals = endpoint({
  name: 'operations.vitals',
  method: 'GET',
  path: '/admin/operations/vitals',
  summary: 'How fast pages felt in four weeks, by route and release',
  permission: 'operations.read_own',
  rate: 'general',
  replies: { 200: z.object({ data: z.array(VitalFigure) }) },
});
