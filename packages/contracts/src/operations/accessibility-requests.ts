import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { page, pageQuery } from '../paging.ts';
import { id, idParams, instant, locale, lockVersion } from '../records.ts';

export const AccessibilityRequestState = z.enum(['open', 'closed']);

/** Somebody could not use a page: what was in the way, where, and how to answer (UXP-90). */
export const AccessibilityRequest = z
  .object({
    id,
    /** What the sender was told to name when asking again. */
    reference: z.string(),
    state: AccessibilityRequestState,
    message: z.string(),
    place: z.string().nullable(),
    reply_to: z.string().nullable(),
    locale,
    created_at: instant,
    closed_at: instant.nullable(),
    lock_version: lockVersion,
  })
  .meta({ id: 'AccessibilityRequest' });
export type AccessibilityRequest = z.infer<typeof AccessibilityRequest>;

export const AccessibilityRequestCreate = z.strictObject({
  message: z.string().trim().min(10).max(4_000),
  /** The page or the step, in the sender's words. */
  place: z.string().trim().max(300).optional(),
  /** Where an answer goes; without it there is none. */
  email: z.email().max(254).optional(),
  locale: locale.default('en'),
});
export type AccessibilityRequestCreate = z.infer<typeof AccessibilityRequestCreate>;

// Written without an account and mailed on: as rare as asking for a password, by sender and by network.
export const createAccessibilityRequest = endpoint({
  name: 'accessibility_requests.create',
  method: 'POST',
  path: '/accessibility_requests',
  summary: 'Say what was in the way on a page; whoever is signed in reaches the own organisation',
  permission: 'public',
  rate: 'recovery',
  body: AccessibilityRequestCreate,
  replies: { 201: z.object({ reference: z.string() }) },
  errors: ['csrf_failed'],
});

export const AccessibilityRequestQuery = z.strictObject({
  ...pageQuery,
  state: AccessibilityRequestState.optional(),
});
export type AccessibilityRequestQuery = z.infer<typeof AccessibilityRequestQuery>;

export const listAccessibilityRequests = endpoint({
  name: 'accessibility_requests.list',
  method: 'GET',
  path: '/admin/accessibility_requests',
  summary: 'What people of the organisation could not use, newest first',
  permission: 'operations.read_own',
  rate: 'general',
  query: AccessibilityRequestQuery,
  replies: { 200: page(AccessibilityRequest) },
});

export const setAccessibilityRequestState = endpoint({
  name: 'accessibility_requests.set_state',
  method: 'PUT',
  path: '/admin/accessibility_requests/{id}/state',
  summary: 'Close what was looked after, or open it again',
  permission: 'operations.read_own',
  rate: 'general',
  params: idParams,
  body: z.strictObject({ state: AccessibilityRequestState, lock_version: lockVersion }),
  replies: { 200: AccessibilityRequest },
  errors: ['version_conflict'],
});
