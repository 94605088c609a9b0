import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { instant, noContent } from '../records.ts';

export const ErrorGroup = z.object({
  fingerprint: z.string(),
  source: z.enum(['core', 'worker', 'web', 'ai_gateway']),
  type: z.string(),
  code: z.string().nullable(),
  /** Without anything that people typed. */
  message: z.string(),
  frames: z.array(z.string()),
  route: z.string().nullable(),
  count: z.int(),
  first_seen_at: instant,
  last_seen_at: instant,
  last_request_id: z.string().nullable(),
  counts_by_tenant: z.record(z.string(), z.int()),
});
export type ErrorGroup = z.infer<typeof ErrorGroup>;

export const listErrors = endpoint({
  name: 'operations.errors',
  method: 'GET',
  path: '/admin/operations/errors',
  summary: 'The last thousand unforeseen errors of this process, grouped',
  permission: 'platform',
  rate: 'general',
  replies: { 200: z.object({ data: z.array(ErrorGroup) }) },
});

const pageRoute = z.string().max(200);

export const ClientErrors = z.strictObject({
  errors: z
    .array(
      z.strictObject({
        kind: z.enum(['error', 'unhandled_rejection', 'resource']),
        name: z.string().max(80),
        message: z.string().max(1_000).default(''),
        stack: z.string().max(8_000).default(''),
        /** The template of the page's address, never the address. */
        route: pageRoute,
      }),
    )
    .min(1)
    .max(20),
});
export type ClientErrors = z.infer<typeof ClientErrors>;

export const reportClientErrors = endpoint({
  name: 'client_errors.create',
  method: 'POST',
  path: '/client_errors',
  summary: 'Errors that a browser met',
  permission: 'public',
  rate: 'general',
  body: ClientErrors,
  replies: { 202: noContent },
});

/** Browsers send one object or a list, each in its own shape; only the count matters here. */
const CspReport = z.object({ 'csp-report': z.record(z.string(), z.unknown()) });
const ReportingApiReport = z.object({
  type: z.string().max(100),
  body: z.record(z.string(), z.unknown()).optional(),
});

export const reportCspViolations = endpoint({
  name: 'csp_reports.create',
  method: 'POST',
  path: '/csp_reports',
  summary: 'Violations of the content security policy, as browsers report them',
  permission: 'public',
  rate: 'general',
  body: z.union([CspReport, z.array(ReportingApiReport).max(20)]),
  body_types: ['application/csp-report', 'application/reports+json'],
  replies: { 202: noContent },
});
