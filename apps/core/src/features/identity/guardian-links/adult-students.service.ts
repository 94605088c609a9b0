import type { GuardianLink } from '@k12/contracts/identity/guardian-links';
import { authorize } from '../../../platform/auth/actor.ts';
import { daysLater } from '../../../platform/clock.ts';
import type { Context } from '../../../platform/context.ts';
import { invalid, Problem } from '../../../platform/errors.ts';
import { publishEvent } from '../../../platform/events/publish-event.ts';
import { todayOf } from '../tenants/tenants.service.ts';
import { changeState } from '../users/users.state.service.ts';
import * as queries from './adult-students.queries.ts';
import { updateLink } from './guardian-links.queries.ts';
import { announce, loadLink, loadManaged, presentAgain } from './guardian-links.service.ts';
import { adultsBornUntil, hasLawfulBasis, isAdult, majorityStep } from './linked-students.rules.ts';

/** An admin's reason why a guardian keeps access to a grown student, with its last day (IDN-55). */
export async function recordAdultBasis(
  context: Context,
  id: string,
  input: { reason: string; ends_on: string },
): Promise<GuardianLink> {
  if (input.ends_on < (await todayOf(context))) {
    throw invalid('/ends_on', 'in_the_past', 'This day has passed.');
  }
  return context.withTenant(async (tx) => {
    const { link } = await loadManaged(tx, context, id);
    const updated_at = context.platform.clock.now().toISOString();
    await updateLink(tx, id, link.lock_version, {
      adult_basis: 'lawful_basis',
      adult_basis_reason: input.reason,
      adult_basis_ends_on: input.ends_on,
      updated_at,
    });
    await announce(tx, context, 'updated', link, { adult_basis: [link.adult_basis, 'lawful_basis'] });
    return presentAgain(tx, context, id);
  });
}

/** The grown student's own word; taking it back closes the access at once. */
export async function consentToGuardian(context: Context, id: string, allow: boolean): Promise<GuardianLink> {
  const today = await todayOf(context);
  return context.withTenant(async (tx) => {
    const { link } = await loadLink(tx, context, id);
    const isOwnWord = link.student_id === context.actor.user_id && isAdult(link.birth_on, today);
    authorize(isOwnWord, 'consents.respond');
    if (hasLawfulBasis(link, today)) {
      throw new Problem('conflict', { detail: 'The school has recorded why this guardian keeps access.' });
    }
    const adult_basis = allow ? 'student_consent' : null;
    const updated_at = context.platform.clock.now().toISOString();
    const cleared = { adult_basis_reason: null, adult_basis_ends_on: null };
    await updateLink(tx, id, link.lock_version, { adult_basis, ...cleared, updated_at });
    await announce(tx, context, 'updated', link, { adult_basis: [link.adult_basis, adult_basis] });
    return presentAgain(tx, context, id);
  });
}

/** Daily: tells the school a month before a student turns 18 and on the day access pauses, each once (IDN-55). */
export async function announceComingOfAge(context: Context): Promise<void> {
  const today = await todayOf(context);
  const inAMonth = new Date(`${today}T00:00:00Z`);
  inAMonth.setUTCDate(inAMonth.getUTCDate() + 31);
  const bornUntil = adultsBornUntil(inAMonth.toISOString().slice(0, 10));
  return context.withTenant(async (tx) => {
    const at = context.platform.clock.now().toISOString();
    for (const link of await queries.listComingOfAge(tx, bornUntil)) {
      const step = majorityStep(link.birth_on, today);
      const about = { guardian_link_id: link.id, student_id: link.student_id, guardian_id: link.guardian_id };
      if (step === 'notice' && link.majority_notice_at === null) {
        await queries.updateMajority(tx, link.id, { majority_notice_at: at });
        await publishEvent(tx, context, 'guardian_link.student_turning_18', about);
      }
      if (step === 'pause') {
        await queries.updateMajority(tx, link.id, { majority_paused_at: at });
        if (link.adult_basis === null) await publishEvent(tx, context, 'guardian_link.paused', about);
      }
    }
  });
}

const daysWithoutLinks = 30;

/** Daily: the account of a guardian whose last link ended stays for 30 days and is then closed (IDN-56). */
export async function deactivateGuardiansWithoutLinks(context: Context): Promise<void> {
  const before = daysLater(context.platform.clock.now(), -daysWithoutLinks);
  const guardians = await context.readTenant((tx) => queries.listGuardiansWithoutLinks(tx, before));
  for (const { id } of guardians)
    await changeState(context, id, 'deactivate', 'No linked student for 30 days');
}
