import { randomBytes } from 'node:crypto';
import { newId } from '@k12/db';
import { z } from 'zod';
import { systemActor } from '../platform/auth/actor.ts';
import { createContext } from '../platform/context.ts';
import { defineJob } from '../platform/jobs/define-job.ts';
import { enqueue } from '../platform/jobs/enqueue.ts';
import { build, buildPerson, buildSchool, nextNumber, openTestSession } from './people.ts';
import {
  academicYear,
  insert,
  now,
  type RecordBuilder,
  simple,
  someone,
  yearOfTerms,
} from './record-tools.ts';
import { gradebookRecords } from './records.gradebook.ts';
import { gradingRecords } from './records.grading.ts';
import { planningRecords } from './records.planning.ts';
import { submissionRecords } from './records.submissions.ts';
import { teachingRecords } from './records.teaching.ts';

const waitingJob = defineJob({
  name: 'test.waiting',
  version: 1,
  queue: 'low',
  schema: z.strictObject({}),
  run: async () => undefined,
});

const apiToken: RecordBuilder = simple('api_tokens', (world, owner) => ({
  user_id: owner.id,
  name: `Token ${nextNumber()}`,
  prefix: randomBytes(4).toString('hex'),
  scopes: [],
  created_by: owner.id,
  expires_at: now(world, 30),
}));

const user: RecordBuilder = async (world) => ({ id: await someone(world, 'teacher') });

const notification: RecordBuilder = simple('notifications', (world, owner) => ({
  user_id: owner.id,
  kind: 'test.happened',
  created_at: now(world),
}));

/**
 * What stands behind every path with a parameter: the generated tests call it with a record of another tenant.
 * Keyed by the path up to its last parameter. A new kind of record adds its line here.
 */
export const recordBuilders: Readonly<Record<string, RecordBuilder>> = {
  '/schools/{id}': async (world) => ({ id: (await buildSchool(world.platform, world.tenant)).id }),
  '/users/{id}': user,
  '/user_bulk_runs/{id}': simple('user_bulk_runs', (world, owner) => ({
    requested_by: owner.id,
    act: JSON.stringify({ action: 'suspend' }),
    created_at: now(world),
    expires_at: now(world, 7),
  })),
  '/user_imports/{id}': simple('user_imports', (world, owner) => ({
    requested_by: owner.id,
    file_name: 'people.csv',
    header: '[]',
    mapping: '{}',
    created_at: now(world),
    expires_at: now(world, 30),
  })),
  '/users/{id}/sessions/{session_id}': async (world) => {
    const person = await buildPerson(world.platform, world.tenant, {
      role: 'teacher',
      school_ids: [world.school.id],
    });
    await openTestSession(world.platform, person);
    const sessions = await build(world.platform, (tx) =>
      tx.selectFrom('sessions').select('id').where('user_id', '=', person.id).executeTakeFirstOrThrow(),
    );
    return { id: person.id, session_id: sessions.id };
  },
  '/me/sessions/{id}': async (world, owner) => {
    await openTestSession(world.platform, owner);
    const sessions = await build(world.platform, (tx) =>
      tx
        .selectFrom('sessions')
        .select('id')
        .where('user_id', '=', owner.id)
        .orderBy('id', 'desc')
        .executeTakeFirstOrThrow(),
    );
    return { id: sessions.id };
  },
  '/saved_views/{id}': simple('saved_views', (world, owner) => ({
    user_id: owner.id,
    page: '/admin/users',
    name: `View ${nextNumber()}`,
    created_at: now(world),
    updated_at: now(world),
  })),
  '/admin/accessibility_requests/{id}': simple('accessibility_requests', (world) => ({
    message: 'The button cannot be reached with the keyboard',
    locale: 'en',
    created_at: now(world),
  })),
  '/academic_years/{id}': academicYear,
  '/terms/{id}': simple('terms', async (world) => ({
    academic_year_id: await yearOfTerms(world),
    name: `Term ${nextNumber()}`,
    kind: 'semester',
    starts_on: '2031-08-01',
    ends_on: '2031-12-20',
  })),
  '/roles/{id}': simple('roles', () => ({ key: `role_${nextNumber()}`, name: `Role ${nextNumber()}` })),
  '/role_assignments/{id}': simple('role_assignments', async (world) => ({
    user_id: await someone(world, 'student'),
    role_id: world.tenant.roles.teacher,
    scope: 'school',
    school_id: world.school.id,
  })),
  '/api_tokens/{id}': apiToken,
  '/me/api_tokens/{id}': apiToken,
  '/service_accounts/{id}': async (world, owner) => {
    const { id } = await buildPerson(world.platform, world.tenant, {});
    await build(world.platform, (tx) =>
      tx.updateTable('users').set({ kind: 'service' }).where('id', '=', id).execute(),
    );
    await insert(world, 'service_account_owners', { service_user_id: id, owner_user_id: owner.id });
    return { id };
  },
  '/guardian_links/{id}': simple('guardian_links', async (world) => ({
    guardian_id: await someone(world, 'guardian'),
    student_id: await someone(world, 'student'),
  })),
  '/support_grants/{id}': simple('support_grants', (world) => ({
    state: 'requested',
    origin: 'operator',
    scope: 'tenant',
    reason: 'Something does not work',
    hours: 24,
    created_at: now(world),
  })),
  '/guardian_invites/{id}': simple('guardian_invites', async (world, owner) => ({
    student_id: await someone(world, 'student'),
    locator: randomBytes(6).toString('hex'),
    code_hash: randomBytes(32),
    created_by: owner.id,
    expires_at: now(world, 7),
  })),
  '/users/merges/{id}': simple('user_merges', async (world) => ({
    kept_id: await someone(world, 'teacher'),
    merged_id: await someone(world, 'teacher'),
    merged_at: now(world),
    undo_until_at: now(world, 7),
  })),
  '/me/passkeys/{id}': simple('passkeys', (_world, owner) => ({
    user_id: owner.id,
    name: `Key ${nextNumber()}`,
    credential_id: randomBytes(16).toString('base64url'),
    public_key: randomBytes(32),
  })),
  '/audit_log/events/{id}': simple('audit_events', (_world, owner) => ({
    action: 'test.happened',
    actor_kind: 'user',
    actor_id: owner.id,
  })),
  '/notifications/{id}': notification,
  '/notifications/mark_all_read/{id}': async (world, owner) => {
    const batch = newId();
    const { id = '' } = await notification(world, owner);
    await build(world.platform, (tx) =>
      tx
        .updateTable('notifications')
        .set({ read_batch_id: batch, read_at: now(world) })
        .where('id', '=', id)
        .execute(),
    );
    return { id: batch };
  },
  '/admin/jobs/{id}': async ({ platform }, owner) => {
    const actor = { ...systemActor(owner.tenant_id, 'test'), user_id: owner.id };
    const context = createContext({ platform, actor, request_id: 'test-request' });
    return { id: await context.withTenant((tx) => enqueue(tx, context, waitingJob, {})) };
  },
  ...planningRecords,
  ...gradebookRecords,
  ...submissionRecords,
  ...teachingRecords,
  ...gradingRecords,
};

/** Parameters that name no record of a tenant, each with what they are. */
export const notRecords: Readonly<Record<string, string>> = {
  '/feature_flags/{key}': 'one of the keys of the code',
  '/admin/operations/feature_flags/{key}': 'one of the keys of the code',
};

/** The path up to its last parameter. */
export function recordPath(path: string): string {
  return path.slice(0, path.lastIndexOf('}') + 1);
}
