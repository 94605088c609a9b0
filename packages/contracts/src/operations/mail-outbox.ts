import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { page, pageQuery } from '../paging.ts';
import { id, instant } from '../records.ts';

export const OutboxMailState = z.enum(['queued', 'sending', 'sent', 'captured', 'failed']);

export const OutboxMail = z
  .object({
    id,
    tenant_id: id,
    to_user_id: id.nullable(),
    address: z.string(),
    template: z.string(),
    locale: z.string(),
    state: OutboxMailState,
    attempts: z.int(),
    error: z.string().nullable(),
    created_at: instant,
    sent_at: instant.nullable(),
    /** Only outside production, and only until the mail is sent. */
    content: z.object({ subject: z.string(), text: z.string(), html: z.string() }).nullable(),
  })
  .meta({ id: 'OutboxMail' });
export type OutboxMail = z.infer<typeof OutboxMail>;

export const OutboxMailQuery = z.strictObject({ ...pageQuery, state: OutboxMailState.optional() });
export type OutboxMailQuery = z.infer<typeof OutboxMailQuery>;

export const listOutboxMails = endpoint({
  name: 'mail_outbox.list',
  method: 'GET',
  path: '/admin/mail_outbox',
  summary: 'Mail of the organisation and whether it was sent, newest first',
  permission: 'operations.read_own',
  rate: 'general',
  query: OutboxMailQuery,
  replies: { 200: page(OutboxMail) },
});

export const listCapturedMails = endpoint({
  name: 'mail_outbox.captured',
  method: 'GET',
  path: '/development/mail_outbox',
  summary: 'Mail that a local installation keeps instead of sending it; not there in production',
  permission: 'public',
  rate: 'public',
  query: z.strictObject(pageQuery),
  replies: { 200: page(OutboxMail) },
});
