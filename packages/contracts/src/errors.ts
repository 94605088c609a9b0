import { z } from 'zod';

/** Every error code of the API with its status and English title. The web app translates by code. */
export const problems = {
  'request.malformed': { status: 400, title: 'The request could not be read' },
  'request.token_in_url': { status: 400, title: 'Tokens are not accepted in the address' },
  'session.required': { status: 401, title: 'Sign in to continue' },
  'session.expired': { status: 401, title: 'Your session has ended' },
  reauth_required: { status: 401, title: 'Confirm that it is you' },
  mfa_required: { status: 401, title: 'A second step is needed' },
  'sign_in.failed': { status: 401, title: 'Name or password is not right' },
  'sign_in.method_not_allowed': { status: 403, title: 'Your organisation uses another way to sign in' },
  'sign_in.network_not_allowed': { status: 403, title: 'Sign-in is not allowed from this network' },
  'token.invalid': { status: 401, title: 'The token is not valid' },
  forbidden: { status: 403, title: 'You may not do this' },
  csrf_failed: { status: 403, title: 'The request did not come from this site' },
  tenant_suspended: { status: 403, title: 'This organisation is suspended' },
  school_not_permitted: { status: 403, title: 'You have no access to this school' },
  exceeds_own_rights: { status: 403, title: 'You cannot give rights you do not hold' },
  not_while_impersonating: { status: 403, title: 'Not possible while acting for somebody' },
  not_found: { status: 404, title: 'Not found' },
  feature_disabled: { status: 404, title: 'This feature is switched off' },
  method_not_allowed: { status: 405, title: 'This address does not take that method' },
  not_acceptable: { status: 406, title: 'This address cannot answer in the form asked for' },
  conflict: { status: 409, title: 'The record is in another state' },
  version_conflict: { status: 409, title: 'Somebody else changed this in the meantime' },
  'idempotency.running': { status: 409, title: 'The same request is still being worked on' },
  'school.code_taken': { status: 409, title: 'Another school has this code' },
  'school.has_active_courses': { status: 409, title: 'The school still has active courses' },
  'user.duplicate': { status: 409, title: 'Somebody already has this e-mail address or username' },
  'user.merge_refused': { status: 409, title: 'These two accounts cannot become one' },
  'guardian_link.exists': { status: 409, title: 'These two people are linked already' },
  'guardian_link.limit': { status: 409, title: 'This student has as many guardians as possible' },
  last_admin: { status: 409, title: 'This is the last person who can manage rights' },
  year_already_active: { status: 409, title: 'Another year has just been activated' },
  'credential.last_method': { status: 409, title: 'This is the last way to sign in' },
  gone: { status: 410, title: 'This link has been used or has run out' },
  'request.too_large': { status: 413, title: 'The request is too large' },
  'request.unsupported_type': { status: 415, title: 'This content type is not accepted' },
  'request.invalid': { status: 422, title: 'Some values are not right' },
  school_mismatch: { status: 422, title: 'The record belongs to another school' },
  idempotency_mismatch: { status: 422, title: 'The key was used for a different request' },
  unsafe_url: { status: 422, title: 'This address cannot be used' },
  year_closed: { status: 423, title: 'The year is closed' },
  'sign_in.wait': { status: 429, title: 'Too many wrong attempts; wait a moment' },
  rate_limited: { status: 429, title: 'Too many requests' },
  'request.headers_too_large': { status: 431, title: 'The headers of the request are too large' },
  internal: { status: 500, title: 'Something went wrong on our side' },
  tenant_context_missing: { status: 500, title: 'Something went wrong on our side' },
  unavailable: { status: 503, title: 'Not available right now' },
  query_timeout: { status: 503, title: 'This took too long' },
  storage_unavailable: { status: 503, title: 'Files cannot be stored right now' },
  maintenance: { status: 503, title: 'Maintenance is under way' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ErrorCode = keyof typeof problems;

export const FieldProblem = z.object({ pointer: z.string(), code: z.string(), detail: z.string() });
export type FieldProblem = z.infer<typeof FieldProblem>;

/** RFC 9457, with our code, the failing fields and the request id; `current` rides along on conflicts. */
export const ProblemBody = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  code: z.string(),
  errors: z.array(FieldProblem).optional(),
  request_id: z.string(),
  current: z.unknown().optional(),
  retry_after: z.number().optional(),
  context: z.record(z.string(), z.unknown()).optional(),
});
export type ProblemBody = z.infer<typeof ProblemBody>;
