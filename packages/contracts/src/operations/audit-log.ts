import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { page, pageQuery } from '../paging.ts';
import { id, idParams, instant, reason } from '../records.ts';

export const AuditOutcome = z.enum(['success', 'refused', 'failed']);

const Person = z.object({ id, name: z.string().nullable() });

export const AuditEvent = z
  .object({
    id,
    /** Place in the chain; null for the minute or so before it is given. */
    number: z.int().nullable(),
    occurred_at: instant,
    action: z.string(),
    outcome: AuditOutcome,
    actor_kind: z.enum(['user', 'system', 'operator', 'anonymous']),
    actor: Person.nullable(),
    /** The person in whose name an administrator acted. */
    on_behalf_of: Person.nullable(),
    target_type: z.string().nullable(),
    target_id: id.nullable(),
    /** Of a person; records of other kinds are known by their id. */
    target_name: z.string().nullable(),
    school_id: id.nullable(),
    reason: z.string().nullable(),
    ip: z.string().nullable(),
    request_id: z.string().nullable(),
    /** Field → value before and after, only where both are safe to keep. */
    changes: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'AuditEvent' });
export type AuditEvent = z.infer<typeof AuditEvent>;

const filters = {
  /** Words in the reason, the action, the change or the name of who did it; within 90 days unless `from` says more. */
  q: z.string().trim().min(2).max(80).optional(),
  actor_id: id.optional(),
  on_behalf_of: id.optional(),
  target_type: z.string().max(60).optional(),
  target_id: id.optional(),
  action: z.string().max(80).optional(),
  school_id: id.optional(),
  outcome: AuditOutcome.optional(),
  from: instant.optional(),
  to: instant.optional(),
  ip: z.string().max(45).optional(),
  request_id: z.string().max(64).optional(),
};

export const AuditQuery = z.strictObject({ ...pageQuery, ...filters });
export type AuditQuery = z.infer<typeof AuditQuery>;

export const listAuditEvents = endpoint({
  name: 'audit_log.list',
  method: 'GET',
  path: '/audit_log',
  summary: 'Search the audit log, newest first',
  permission: 'audit_log.read',
  rate: 'search',
  query: AuditQuery,
  replies: { 200: page(AuditEvent) },
});

export const AuditExportQuery = z.strictObject({ ...filters, reason });
export type AuditExportQuery = z.infer<typeof AuditExportQuery>;

export const exportAuditLog = endpoint({
  name: 'audit_log.export',
  method: 'GET',
  path: '/audit_log/export',
  summary: 'The events a search finds, newest first, as a table; at most 50,000',
  permission: 'audit_log.export',
  rate: 'export',
  while_impersonating: 'refused',
  query: AuditExportQuery,
  replies: { 200: z.string() },
  stream: 'download',
});

export const listAuditActions = endpoint({
  name: 'audit_log.actions',
  method: 'GET',
  path: '/audit_log/actions',
  summary: 'Every action the log may hold, with its meaning',
  permission: 'audit_log.read',
  rate: 'general',
  replies: { 200: z.object({ data: z.array(z.object({ action: z.string(), meaning: z.string() })) }) },
});

export const getAuditEvent = endpoint({
  name: 'audit_log.get',
  method: 'GET',
  path: '/audit_log/events/{id}',
  summary: 'One event with the other events of the same request',
  permission: 'audit_log.read',
  rate: 'general',
  params: idParams,
  replies: { 200: z.object({ event: AuditEvent, same_request: z.array(AuditEvent) }) },
});

export const AuditVerification = z.object({
  verified_at: instant,
  checked: z.int(),
  is_whole: z.boolean(),
  first_bad_number: z.int().nullable(),
  problem: z.enum(['changed', 'missing', 'cut', 'unnumbered', 'closing_forged']).nullable(),
});
export type AuditVerification = z.infer<typeof AuditVerification>;

export const verifyAuditLog = endpoint({
  name: 'audit_log.verify',
  method: 'POST',
  path: '/audit_log/verify',
  summary: 'Verify the whole chain in the background',
  permission: 'audit_log.read',
  rate: 'bulk',
  replies: { 202: z.object({ job_id: id }) },
});

export const getAuditVerification = endpoint({
  name: 'audit_log.verification',
  method: 'GET',
  path: '/audit_log/verification',
  summary: 'The latest result of verifying the chain',
  permission: 'audit_log.read',
  rate: 'general',
  replies: { 200: z.object({ latest: AuditVerification.nullable() }) },
});
