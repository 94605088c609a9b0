/** The classes of IDN-100. Limits themselves live in the server's configuration table. */
export const rateClasses = [
  'sign_in',
  'recovery',
  'sso',
  'code',
  'public',
  'general',
  'search',
  'upload',
  'export',
  'bulk',
  'message',
  'ai',
  'add_on',
  'test_call',
] as const;

export type RateClass = (typeof rateClasses)[number];
