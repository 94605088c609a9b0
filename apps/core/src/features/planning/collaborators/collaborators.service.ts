import type { FieldProblem } from '@k12/contracts';
import type {
  CollaboratorInput,
  Collaborators,
  CollaboratorsPut,
} from '@k12/contracts/planning/collaborators';
import type { PlanKind } from '@k12/contracts/planning/plan-families';
import type { Transaction } from '@k12/db';
import { authorize } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { notify } from '../../communication/notifications/notifications.service.ts';
import { displayName } from '../../identity/users/users.rules.ts';
import { type PlanRow, selectReadablePlan } from '../plans/plans.access.service.ts';
import { capabilityOf } from '../plans/plans.rules.ts';
import { auditPlan } from '../plans/plans.service.ts';
import * as queries from './collaborators.queries.ts';
import { withAdded } from './collaborators.rules.ts';

export async function getCollaborators(context: Context, kind: PlanKind, id: string): Promise<Collaborators> {
  return context.readTenant(async (tx) => {
    const { plan } = await selectReadablePlan(tx, context.actor, id, kind);
    return present(tx, plan);
  });
}

export async function putCollaborators(
  context: Context,
  kind: PlanKind,
  id: string,
  input: CollaboratorsPut,
): Promise<Collaborators> {
  return context.withTenant(async (tx) => {
    const { plan, access } = await selectReadablePlan(tx, context.actor, id, kind);
    authorize(access.manage, capabilityOf(kind, 'update'));
    await share(tx, context, plan, input.collaborators.map(asGiven), input);
    // Whoever gives the plan away may not be able to open it any more.
    const { plan: after } = await selectReadablePlan(tx, context.actor, id, kind).catch(() => ({ plan }));
    return present(tx, after);
  });
}

/** For many plans at once: added to what was given before. */
export async function addCollaborators(
  context: Context,
  kind: PlanKind,
  id: string,
  added: readonly CollaboratorInput[],
): Promise<void> {
  await context.withTenant(async (tx) => {
    const { plan, access } = await selectReadablePlan(tx, context.actor, id, kind);
    authorize(access.manage, capabilityOf(kind, 'update'));
    const before = await queries.listCollaborators(tx, id);
    const given = before.map(({ user_id, planning_context_id, access: right }) => ({
      user_id,
      planning_context_id,
      access: right,
    }));
    await share(tx, context, plan, withAdded(given, added.map(asGiven)), { lock_version: plan.lock_version });
  });
}

async function share(
  tx: Transaction,
  context: Context,
  plan: PlanRow,
  given: readonly queries.Given[],
  { owner_id = plan.owner_id, lock_version }: Pick<CollaboratorsPut, 'owner_id' | 'lock_version'>,
): Promise<void> {
  const wanted = given.filter(({ user_id }) => user_id !== owner_id);
  await checkPeople(tx, wanted, owner_id);
  const before = await queries.listCollaborators(tx, plan.id);
  const now = context.platform.clock.now().toISOString();
  if (!(await queries.updateOwner(tx, plan.id, lock_version, { owner_id, updated_at: now }))) {
    throw new Problem('version_conflict', { current: await present(tx, plan) });
  }
  const created_by = context.actor.user_id ?? plan.owner_id;
  await queries.replaceCollaborators(tx, plan.id, wanted, { created_by, created_at: now });
  await auditPlan(tx, context, 'plan.shared', plan, {
    shared_with: [before.map(summary), wanted.map(summary)],
    ...(owner_id !== plan.owner_id && { owner_id: [plan.owner_id, owner_id] }),
  });
  const known = new Set([...before.map(({ user_id }) => user_id), context.actor.user_id, plan.owner_id]);
  const told = [...wanted.map(({ user_id }) => user_id), owner_id].filter(
    (userId): userId is string => userId !== null && !known.has(userId),
  );
  await notify(tx, context, {
    user_ids: told,
    kind: 'plan.shared',
    subject: { type: plan.kind === 'document' ? 'curriculum_document' : `${plan.kind}_plan`, id: plan.id },
    details: { title: plan.title, by: context.actor.display_name },
  });
}

/** Everybody named exists here, once, and somebody who can sign in is left who manages the plan. */
async function checkPeople(tx: Transaction, given: readonly queries.Given[], ownerId: string): Promise<void> {
  const [people, teams] = await Promise.all([
    queries.listPeople(tx, [ownerId, ...given.flatMap(({ user_id }) => user_id ?? [])]),
    queries.listTeams(
      tx,
      given.flatMap(({ planning_context_id }) => planning_context_id ?? []),
    ),
  ]);
  const stateOf = new Map(people.map(({ id, state }) => [id, state]));
  const membersOf = new Map(teams.map(({ id, active_members }) => [id, Number(active_members)]));
  const errors: FieldProblem[] = [];
  const seen = new Set<string>();
  for (const [at, { user_id, planning_context_id }] of given.entries()) {
    const [field, id, known] = user_id
      ? ['user_id', user_id, stateOf.has(user_id)]
      : ['team_id', planning_context_id ?? '', membersOf.has(planning_context_id ?? '')];
    const pointer = `/collaborators/${at}/${field}`;
    if (!known) errors.push({ pointer, code: 'unknown', detail: 'There is no such person or team here.' });
    if (seen.has(id)) errors.push({ pointer, code: 'duplicate', detail: 'Named twice.' });
    seen.add(id);
  }
  if (!stateOf.has(ownerId)) {
    errors.push({ pointer: '/owner_id', code: 'unknown', detail: 'There is no such person here.' });
  }
  if (errors.length > 0) throw new Problem('request.invalid', { errors });
  const manages = ({ user_id, planning_context_id, access }: queries.Given) =>
    access === 'manage' &&
    (user_id ? stateOf.get(user_id) === 'active' : (membersOf.get(planning_context_id ?? '') ?? 0) > 0);
  if (stateOf.get(ownerId) !== 'active' && !given.some(manages)) throw new Problem('plan.last_manager');
}

function asGiven({ user_id, team_id, access }: CollaboratorInput): queries.Given {
  return { user_id: user_id ?? null, planning_context_id: team_id ?? null, access };
}

function summary({ user_id, planning_context_id, access }: queries.Given): string {
  return `${user_id ? 'user' : 'team'} ${user_id ?? planning_context_id}: ${access}`;
}

async function present(tx: Transaction, plan: PlanRow): Promise<Collaborators> {
  const rows = await queries.listCollaborators(tx, plan.id);
  return {
    owner: {
      id: plan.owner_id,
      display_name: displayName({
        given_name: plan.owner_given_name,
        family_name: plan.owner_family_name,
        preferred_name: plan.owner_preferred_name,
      }),
    },
    data: rows.map((row) => ({
      user: row.user_id
        ? {
            id: row.user_id,
            display_name: displayName({
              given_name: row.given_name ?? '',
              family_name: row.family_name ?? '',
              preferred_name: row.preferred_name,
            }),
          }
        : null,
      team: row.planning_context_id ? { id: row.planning_context_id, name: row.team_name ?? '' } : null,
      access: row.access,
    })),
    lock_version: plan.lock_version,
  };
}
