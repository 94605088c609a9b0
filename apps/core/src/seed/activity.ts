import type { Transaction } from '@k12/db';
import type { Seeding, SeedPerson } from './people.ts';
import { demoId, Random } from './random.ts';
import { insertRows } from './rows.ts';

const dayMilliseconds = 24 * 3600 * 1000;

/** Who signed in lately, and what admins changed: so that lists, the audit log and homes have a past. */
export async function seedActivity(tx: Transaction, seeding: Seeding, people: SeedPerson[]): Promise<void> {
  const random = new Random(`${seeding.tenant.key}/activity`);
  const active = people.filter(({ person }) => person.state === undefined || person.state === 'active');
  const events = active.flatMap((seed) => {
    const visits = seed.role === 'guardian' ? random.between(0, 1) : random.between(1, 3);
    return Array.from({ length: visits }, (_, number) => signInEvent(seeding, seed, number, random));
  });
  await insertRows(tx, 'sign_in_events', events);
  for (const seed of active) {
    const latest = events.filter((event) => event.user_id === seed.person.id).at(-1);
    if (latest) await setLastSignIn(tx, seeding, seed.person.id, latest.occurred_at);
  }
  await insertRows(tx, 'audit_events', auditEvents(seeding, people, random));
}

function signInEvent(seeding: Seeding, seed: SeedPerson, number: number, random: Random) {
  const ago = random.between(0, 12) * dayMilliseconds + random.between(0, 9 * 3600) * 1000;
  return {
    tenant_id: seeding.tenant_id,
    id: demoId(`sign-ins/${seed.person.id}/${number}`),
    user_id: seed.person.id,
    outcome: random.chance(0.95) ? ('success' as const) : ('failure' as const),
    method: 'password',
    reason: null,
    ip: `203.0.113.${random.between(1, 250)}`,
    user_agent: 'Mozilla/5.0 (X11; CrOS x86_64) Chrome',
    occurred_at: new Date(seeding.now.getTime() - ago).toISOString(),
  };
}

async function setLastSignIn(tx: Transaction, seeding: Seeding, userId: string, at: string): Promise<void> {
  await tx
    .updateTable('users')
    .set({ last_sign_in_at: at, last_sign_in_method: 'password' })
    .where('tenant_id', '=', seeding.tenant_id)
    .where('id', '=', userId)
    .execute();
}

const actions = [
  'user.created',
  'user.updated',
  'user.suspended',
  'role_assignment.created',
  'school.updated',
] as const;

function auditEvents(seeding: Seeding, people: SeedPerson[], random: Random) {
  const admins = people.filter(({ role }) => role === 'admin' || role === 'district_admin');
  const targets = people.filter(({ role }) => role === 'teacher');
  return Array.from({ length: 120 }, (_, number) => {
    const target = random.pick(targets);
    return {
      tenant_id: seeding.tenant_id,
      id: demoId(`${seeding.tenant.key}/audit/${number}`),
      occurred_at: new Date(seeding.now.getTime() - random.between(1, 30 * 24 * 60) * 60_000).toISOString(),
      action: random.pick(actions),
      actor_id: random.pick(admins).person.id,
      actor_kind: 'user' as const,
      target_type: 'user',
      target_id: target.person.id,
      school_id: target.school_ids[0] ?? null,
      changes: '{}',
      request_id: demoId(`${seeding.tenant.key}/audit-requests/${number}`),
    };
  });
}
