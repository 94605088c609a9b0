import type { GuardianLink } from '@k12/contracts/identity/guardian-links';
import type { Actor } from '../../../platform/auth/actor.ts';
import { displayName } from '../users/users.rules.ts';
import { canConsent, canManageLink } from './guardian-links.policy.ts';
import type { LinkRow } from './guardian-links.queries.ts';
import { isStepFrom, type LinkStep } from './guardian-links.rules.ts';

/** Legal notes are for those who manage the link, and for nobody else. */
export function presentLink(actor: Actor, link: LinkRow, schoolIds: string[], today: string): GuardianLink {
  const may = canManageLink(actor, { school_ids: schoolIds });
  const maySay = (step: LinkStep) => may && isStepFrom(step, link.state);
  const name = (of: 'guardian' | 'student') =>
    displayName({
      given_name: link[`${of}_given_name`],
      family_name: link[`${of}_family_name`],
      preferred_name: link[`${of}_preferred_name`],
    });
  return {
    ...link,
    guardian_name: name('guardian'),
    student_name: name('student'),
    legal_note: may ? link.legal_note : null,
    can: {
      update: may,
      approve: maySay('approve'),
      restrict: maySay('restrict'),
      end: maySay('end'),
      restore: maySay('restore'),
      consent: link.state === 'active' && canConsent(actor, link, today),
    },
  };
}
