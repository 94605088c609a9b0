import type {
  GuardianLink,
  GuardianLinkCreate,
  GuardianLinkQuery,
  GuardianLinkUpdate,
} from '@k12/contracts/identity/guardian-links';
import { newId, type Transaction } from '@k12/db';
import { changesBetween, recordAudit } from '../../../platform/audit/record-audit.ts';
import { authorize } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { invalid, Problem } from '../../../platform/errors.ts';
import { publishEvent } from '../../../platform/events/publish-event.ts';
import { decodeCursor, pageOf } from '../../../platform/http/cursor.ts';
import { refreshRights } from '../sessions/sessions.service.ts';
import { todayOf } from '../tenants/tenants.service.ts';
import * as policy from './guardian-links.policy.ts';
import * as queries from './guardian-links.queries.ts';
import { isStepFrom, type LinkStep, linkStep, maximumLinksPerStudent } from './guardian-links.rules.ts';
import { giveGuardianRole } from './guardian-role.service.ts';
import { presentLink } from './present-link.service.ts';

export async function listGuardianLinks(context: Context, query: GuardianLinkQuery) {
  const { actor } = context;
  const after = decodeCursor(query.cursor, 2);
  const reach = policy.linkReach(actor);
  const today = await todayOf(context);
  const school_id = query.school_id ?? context.school_id ?? undefined;
  return context.readTenant(async (tx) => {
    const rows = await queries.listLinks(tx, reach, { ...query, school_id }, today, after);
    const places = await queries.listSchoolsOfStudents(
      tx,
      rows.map((row) => row.student_id),
      today,
    );
    const schoolsOf = (id: string) => places.flatMap((row) => (row.user_id === id ? row.school_id : []));
    return pageOf(
      rows,
      query.limit,
      (row) => presentLink(actor, row, schoolsOf(row.student_id), today),
      (row) => [row.sort_name, row.id],
    );
  });
}

export interface KnownLink {
  link: queries.LinkRow;
  school_ids: string[];
}

/** The link, if the caller may see it (IDN-42). */
export async function loadLink(tx: Transaction, context: Context, id: string): Promise<KnownLink> {
  const link = await queries.selectLink(tx, id);
  const school_ids = await queries.listSchoolIdsOf(tx, link.student_id, await todayOf(context));
  if (!policy.canReadLink(context.actor, { ...link, school_ids })) throw new Problem('not_found');
  return { link, school_ids };
}

export async function getGuardianLink(context: Context, id: string): Promise<GuardianLink> {
  return context.readTenant((tx) => presentAgain(tx, context, id));
}

export async function createGuardianLink(context: Context, input: GuardianLinkCreate): Promise<GuardianLink> {
  return context.withTenant(async (tx) => {
    const school_ids = await requireStudent(tx, context, input.student_id);
    authorize(policy.canManageLink(context.actor, { school_ids }), 'guardian_links.manage');
    checkDates(input);
    if (await queries.selectOptionalPair(tx, input.guardian_id, input.student_id)) {
      throw new Problem('guardian_link.exists');
    }
    const id = await addLink(tx, context, { ...input, state: 'active', source: 'manual' });
    return presentAgain(tx, context, id);
  });
}

type NewLink = GuardianLinkCreate & { state: 'invited' | 'active'; source: 'manual' | 'invitation' };

/** Every link begins here: ten at most, the guardian is no student, and holds the role from now on (IDN-53). */
export async function addLink(tx: Transaction, context: Context, input: NewLink): Promise<string> {
  await queries.lockStudent(tx, input.student_id);
  await requireRoom(tx, input.student_id);
  await giveGuardianRole(tx, context, input.guardian_id, input.student_id);
  const id = newId();
  const created_at = context.platform.clock.now().toISOString();
  const confirmed = input.state === 'active';
  await queries.createLink(tx, {
    ...input,
    id,
    created_at,
    confirmed_by: confirmed ? context.actor.user_id : null,
    confirmed_at: confirmed ? created_at : null,
  });
  await announce(tx, context, 'created', { ...input, id }, { state: [null, input.state] });
  return id;
}

export async function updateGuardianLink(
  context: Context,
  id: string,
  { lock_version, ...changes }: GuardianLinkUpdate,
): Promise<GuardianLink> {
  const today = await todayOf(context);
  return context.withTenant(async (tx) => {
    const known = await loadManaged(tx, context, id);
    checkDates({ ...known.link, ...changes });
    const updated_at = context.platform.clock.now().toISOString();
    if (!(await queries.updateLink(tx, id, lock_version, { ...changes, updated_at }))) {
      const current = presentLink(context.actor, known.link, known.school_ids, today);
      throw new Problem('version_conflict', { current });
    }
    const { legal_note, ...open } = changes;
    const audited = {
      ...changesBetween(known.link, open),
      ...(legal_note === undefined ? {} : { legal_note: true }),
    };
    await announce(tx, context, 'updated', known.link, audited);
    return presentAgain(tx, context, id);
  });
}

export async function changeLinkState(context: Context, id: string, step: LinkStep): Promise<GuardianLink> {
  return context.withTenant(async (tx) => {
    const { link } = await loadManaged(tx, context, id);
    const { to } = linkStep(step);
    if (link.state === to) return presentAgain(tx, context, id);
    if (!isStepFrom(step, link.state)) {
      throw new Problem('conflict', { detail: `A link that is ${link.state} cannot become ${to}.` });
    }
    if (link.state === 'inactive') await requireRoom(tx, link.student_id);
    const updated_at = context.platform.clock.now().toISOString();
    const confirmed = to === 'active' && { confirmed_by: context.actor.user_id, confirmed_at: updated_at };
    const ended_at = to === 'inactive' ? updated_at : null;
    if (
      !(await queries.updateLink(tx, id, link.lock_version, {
        state: to,
        ended_at,
        ...confirmed,
        updated_at,
      }))
    ) {
      throw new Problem('version_conflict');
    }
    const verb = to === 'restricted' ? 'restricted' : 'updated';
    await announce(tx, context, verb, link, { state: [link.state, to] });
    return presentAgain(tx, context, id);
  });
}

/** The student's schools, if the caller may see the person and it is a student. */
async function requireStudent(tx: Transaction, context: Context, studentId: string): Promise<string[]> {
  const [school_ids, roles] = await Promise.all([
    queries.listSchoolIdsOf(tx, studentId, await todayOf(context)),
    queries.listRolesOf(tx, [studentId]),
  ]);
  const isVisible = policy.canManageLink(context.actor, { school_ids });
  if (!isVisible || !roles.some((role) => role.key === 'student')) {
    throw invalid('/student_id', 'unknown_student', 'There is no such student.');
  }
  return school_ids;
}

async function requireRoom(tx: Transaction, studentId: string): Promise<void> {
  if ((await queries.countLinksOf(tx, studentId)) >= maximumLinksPerStudent) {
    throw new Problem('guardian_link.limit');
  }
}

export async function loadManaged(tx: Transaction, context: Context, id: string): Promise<KnownLink> {
  const known = await loadLink(tx, context, id);
  authorize(policy.canManageLink(context.actor, known), 'guardian_links.manage');
  return known;
}

function checkDates(link: {
  starts_on?: string | null | undefined;
  ends_on?: string | null | undefined;
}): void {
  if (link.starts_on && link.ends_on && link.ends_on < link.starts_on) {
    throw invalid('/ends_on', 'ends_before_start', 'The end must not come before the start.');
  }
}

export async function presentAgain(tx: Transaction, context: Context, id: string): Promise<GuardianLink> {
  const { link, school_ids } = await loadLink(tx, context, id);
  return presentLink(context.actor, link, school_ids, await todayOf(context));
}

/** What the guardian sees changes with the next request; notes and reasons stay out of event and log (IDN-54). */
export async function announce(
  tx: Transaction,
  context: Context,
  verb: 'created' | 'updated' | 'restricted',
  link: { id: string; guardian_id: string; student_id: string },
  changes: Record<string, unknown>,
): Promise<void> {
  await refreshRights(tx, context, link.guardian_id);
  await recordAudit(tx, context, {
    action: `guardian_link.${verb}`,
    target_type: 'guardian_link',
    target_id: link.id,
    changes,
  });
  await publishEvent(tx, context, `guardian_link.${verb}`, {
    guardian_link_id: link.id,
    guardian_id: link.guardian_id,
    student_id: link.student_id,
  });
}
