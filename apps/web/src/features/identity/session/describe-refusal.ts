import { ApiProblem } from '@k12/contracts/client';

type Translate = (key: string, values?: Record<string, string | number>) => string;

const sentences: Record<string, string> = {
  'sign_in.failed': 'failed',
  'sign_in.method_not_allowed': 'otherMethod',
  'sign_in.network_not_allowed': 'otherNetwork',
  tenant_suspended: 'suspended',
  gone: 'linkGone',
  conflict: 'startAgain',
  'session.required': 'startAgain',
  'session.expired': 'startAgain',
};

/** A refused sign-in in plain words; a reference number where somebody may have to look it up. */
export function describeRefusal(error: unknown, t: Translate): string {
  if (isCancelled(error)) return t('passkeyCancelled');
  if (!(error instanceof ApiProblem)) return t('network');
  if (error.status === 429) return t('tryLater', { seconds: error.problem.retry_after ?? 30 });
  const known = sentences[error.code];
  if (known) return t(known);
  const [field] = error.problem.errors ?? [];
  if (field) return describeField(field.code, t) ?? field.detail;
  const reference = error.problem.request_id;
  return reference ? t('unexpected', { reference }) : t('network');
}

const passwordRules = new Set(['too_short', 'common', 'contains_name']);

export function describeField(code: string, t: Translate): string | null {
  return passwordRules.has(code) ? t(`passwordRules.${code}`) : null;
}

/** The browser reports a closed or timed-out passkey window this way. */
function isCancelled(error: unknown): boolean {
  return error instanceof Error && (error.name === 'NotAllowedError' || error.name === 'AbortError');
}
