import { randomBytes } from 'node:crypto';
import { newId, type Transaction } from '@k12/db';
import { z } from 'zod';
import { plain } from '../features/planning/packs/shipped/plain.ts';
import { systemActor } from '../platform/auth/actor.ts';
import { createContext } from '../platform/context.ts';
import { defineJob } from '../platform/jobs/define-job.ts';
import { enqueue } from '../platform/jobs/enqueue.ts';
import type { ASchool } from './a-school.ts';
import { build, buildPerson, buildSchool, nextNumber, openTestSession, type TestPerson } from './people.ts';

/** Makes one record that `owner` may see, and gives the values of the path's parameters. */
export type RecordBuilder = (world: ASchool, owner: TestPerson) => Promise<Record<string, string>>;

type Rows = Parameters<Transaction['insertInto']>[0];

async function insert(world: ASchool, table: Rows, row: object): Promise<void> {
  const { platform, tenant } = world;
  await build(platform, (tx) =>
    tx
      .insertInto(table)
      .values({ tenant_id: tenant.id, ...row } as never)
      .execute(),
  );
}

function simple(
  table: Rows,
  fields: (world: ASchool, owner: TestPerson) => object | Promise<object>,
): RecordBuilder {
  return async (world, owner) => {
    const id = newId();
    await insert(world, table, { id, ...(await fields(world, owner)) });
    return { id };
  };
}

function now(world: ASchool, days = 0): string {
  return new Date(world.platform.clock.now().getTime() + days * 86_400_000).toISOString();
}

async function someone(world: ASchool, role: string): Promise<string> {
  return (await buildPerson(world.platform, world.tenant, { role, school_ids: [world.school.id] })).id;
}

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

const years = new WeakMap<ASchool, Promise<string>>();

/** The year that holds every term of these builders. */
export function yearOfTerms(world: ASchool): Promise<string> {
  const known = years.get(world);
  if (known) return known;
  const id = newId();
  const row = { id, name: 'Year of terms', starts_on: '2031-08-01', ends_on: '2032-06-30' };
  const made = insert(world, 'academic_years', row).then(() => id);
  years.set(world, made);
  return made;
}

/** A course with one section that its owner teaches, of the school of the world unless they have another. */
export async function aCourse(
  world: ASchool,
  owner: TestPerson,
  given: { role?: 'teacher' | 'student'; state?: string } = {},
): Promise<{ course_id: string; section_id: string; enrollment_id: string }> {
  const ids = { course_id: newId(), section_id: newId(), enrollment_id: newId() };
  const academic_year_id = await activeYear(world);
  const at = { created_at: now(world), updated_at: now(world) };
  await insert(world, 'courses', {
    id: ids.course_id,
    school_id: world.school.id,
    academic_year_id,
    name: `Course ${nextNumber()}`,
    state: given.state ?? 'active',
    ...at,
  });
  await insert(world, 'sections', { id: ids.section_id, course_id: ids.course_id, name: 'Section 1', ...at });
  const { role = 'teacher' } = given;
  await insert(world, 'enrollments', {
    id: ids.enrollment_id,
    section_id: ids.section_id,
    user_id: owner.id,
    role,
    ...at,
  });
  return ids;
}

/** A unit with one lesson that its owner wrote, placed on a course that they teach, with a session. */
export async function aPlacement(
  world: ASchool,
  owner: TestPerson,
  given: { starts_on?: string; ends_on?: string } = {},
) {
  const course = await aCourse(world, owner);
  const academic_year_id = await activeYear(world);
  const ids = { ...course, unit_id: newId(), lesson_id: newId(), placement_id: newId(), session_id: newId() };
  const today = now(world).slice(0, 10);
  const plan = {
    owner_id: owner.id,
    created_by: owner.id,
    school_id: world.school.id,
    home: 'school',
    pack_key: 'plain',
    pack_version: 1,
    schema_key: 'unit',
    created_at: now(world),
    updated_at: now(world),
  };
  const by = { created_by: owner.id, updated_by: owner.id, created_at: now(world), updated_at: now(world) };
  await insert(world, 'plans', { ...plan, id: ids.unit_id, kind: 'unit', title: `Unit ${nextNumber()}` });
  await insert(world, 'plans', {
    ...plan,
    id: ids.lesson_id,
    kind: 'lesson',
    title: `Lesson ${nextNumber()}`,
    schema_key: 'lesson',
    unit_plan_id: ids.unit_id,
    position: 0,
    duration_minutes: 50,
  });
  await insert(world, 'unit_placements', {
    id: ids.placement_id,
    unit_plan_id: ids.unit_id,
    course_id: ids.course_id,
    school_id: world.school.id,
    academic_year_id,
    starts_on: given.starts_on ?? today,
    ends_on: given.ends_on ?? today,
    ...by,
  });
  await insert(world, 'lesson_sessions', {
    id: ids.session_id,
    lesson_plan_id: ids.lesson_id,
    section_id: ids.section_id,
    placement_id: ids.placement_id,
    meeting_on: given.starts_on ?? today,
    ...by,
  });
  return ids;
}

const activeYears = new WeakMap<ASchool, Promise<string>>();

/** The active year of the world, from the August before today to the June after. */
export function activeYear(world: ASchool): Promise<string> {
  const known = activeYears.get(world);
  if (known) return known;
  const id = newId();
  const today = world.platform.clock.now();
  const start = today.getUTCMonth() >= 6 ? today.getUTCFullYear() : today.getUTCFullYear() - 1;
  const row = {
    id,
    name: `${start}`,
    starts_on: `${start}-08-01`,
    ends_on: `${start + 1}-06-30`,
    state: 'active',
  };
  const made = insert(world, 'academic_years', row).then(() => id);
  activeYears.set(world, made);
  return made;
}

const notification: RecordBuilder = simple('notifications', (world, owner) => ({
  user_id: owner.id,
  kind: 'test.happened',
  created_at: now(world),
}));

/** A plan with its working draft, under the plain pack. */
function plan(kind: 'unit' | 'lesson' | 'template' | 'document', fields: object = {}): RecordBuilder {
  return async (world, owner) => {
    const id = newId();
    await insert(world, 'plans', {
      id,
      kind,
      title: `Plan ${nextNumber()}`,
      school_id: world.school.id,
      owner_id: owner.id,
      pack_key: 'plain',
      pack_version: 1,
      schema_key: kind === 'lesson' ? 'lesson' : 'unit',
      created_by: owner.id,
      created_at: now(world),
      updated_at: now(world),
      ...fields,
    });
    await insert(world, 'plan_drafts', { plan_id: id, last_editor_id: owner.id, last_edited_at: now(world) });
    return { id };
  };
}

/** The first version of a plan that the builder of this path makes. */
function versionOf(path: string): RecordBuilder {
  return async (world, owner) => {
    const { id = '' } = (await recordBuilders[path]?.(world, owner)) ?? {};
    await insert(world, 'plan_versions', {
      id: newId(),
      plan_id: id,
      version_number: 1,
      title: 'Kept',
      content: '{}',
      author_id: owner.id,
      kind: 'manual',
      content_hash: randomBytes(32),
      created_at: now(world),
    });
    return { id, number: '1' };
  };
}

const framework: RecordBuilder = simple('standard_frameworks', (world) => ({
  identifier: newId(),
  title: `Framework ${nextNumber()}`,
  scope: 'district',
  created_at: now(world),
  updated_at: now(world),
}));

const standard: RecordBuilder = simple('standards', async (world, owner) => ({
  framework_id: (await framework(world, owner)).id,
  identifier: newId(),
  position: 0,
  statement: `Statement ${nextNumber()}`,
  created_at: now(world),
  updated_at: now(world),
}));

/**
 * What stands behind every path with a parameter: the generated tests call it with a record of another tenant.
 * Keyed by the path up to its last parameter. A new kind of record adds its line here.
 */
export const recordBuilders: Readonly<Record<string, RecordBuilder>> = {
  '/schools/{id}': async (world) => ({ id: (await buildSchool(world.platform, world.tenant)).id }),
  '/users/{id}': user,
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
  '/academic_years/{id}': simple('academic_years', () => {
    const year = 2030 + nextNumber();
    return { name: `Year ${year}`, starts_on: `${year}-08-01`, ends_on: `${year + 1}-06-30` };
  }),
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
  '/courses/{id}': async (world, owner) => ({ id: (await aCourse(world, owner)).course_id }),
  '/sections/{id}': async (world, owner) => ({ id: (await aCourse(world, owner)).section_id }),
  '/enrollments/{id}': async (world, owner) => ({ id: (await aCourse(world, owner)).enrollment_id }),
  '/unit_placements/{id}': async (world, owner) => ({ id: (await aPlacement(world, owner)).placement_id }),
  '/lesson_sessions/{id}': async (world, owner) => ({ id: (await aPlacement(world, owner)).session_id }),
  '/lesson_sessions/proposals/{id}': async (world, owner) => {
    const id = newId();
    const { section_id } = await aPlacement(world, owner);
    await insert(world, 'bump_proposals', {
      id,
      school_id: world.school.id,
      section_id,
      day_on: now(world).slice(0, 10),
      reason: 'snow_day',
      created_by: owner.id,
      created_at: now(world),
    });
    return { id };
  },
  '/planner_events/{id}': simple('planner_events', (world, owner) => ({
    owner_id: owner.id,
    title: 'Parents evening',
    starts_on: now(world).slice(0, 10),
    ends_on: now(world).slice(0, 10),
    created_at: now(world),
    updated_at: now(world),
  })),
  '/calendar/feeds/{id}': simple('calendar_feeds', (world, owner) => ({
    user_id: owner.id,
    secret_hash: randomBytes(32),
    created_at: now(world),
  })),
  '/schedule_changes/{id}': simple('schedule_changes', (world, owner) => ({
    kind: 'bump',
    actor_id: owner.id,
    changes: '[]',
    created_at: now(world),
    undo_until_at: now(world, 1),
  })),
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
  '/unit_plans/{id}': plan('unit'),
  '/lesson_plans/{id}': plan('lesson'),
  '/plan_bulk_actions/{id}': simple('plan_bulk_actions', (world, owner) => ({
    actor_id: owner.id,
    action: 'tag',
    created_at: now(world),
    results: '[]',
  })),
  '/templates/{id}': plan('template', { level: 'personal', plan_kind: 'unit' }),
  '/curriculum_documents/{id}': plan('document', { document_type: 'scheme_of_work' }),
  '/approvals/{id}': async (world, owner) => {
    const { id: plan_id } = (await versionOf('/unit_plans/{id}')(world, owner)) ?? {};
    const version = await build(world.platform, (tx) =>
      tx
        .selectFrom('plan_versions')
        .select('id')
        .where('plan_id', '=', plan_id ?? '')
        .executeTakeFirstOrThrow(),
    );
    const id = newId();
    await insert(world, 'approval_requests', {
      id,
      plan_id,
      version_id: version.id,
      submitted_by: await someone(world, 'teacher'),
      submitted_at: now(world),
      steps: JSON.stringify([{ mode: 'any', role: 'curriculum_lead', user_ids: [] }]),
      publish_on_approval: false,
    });
    const approver = { request_id: id, step_index: 0, user_id: owner.id, source: 'named' };
    await insert(world, 'approval_approvers', approver);
    return { id };
  },
  '/approval_routes/{id}': simple('approval_routes', (world, owner) => ({
    school_id: world.school.id,
    subject: `Subject ${nextNumber()}`,
    steps: JSON.stringify([{ mode: 'any', role: 'curriculum_lead', user_ids: [] }]),
    created_by: owner.id,
    created_at: now(world),
    updated_at: now(world),
  })),
  '/unit_plans/{id}/versions/{number}': versionOf('/unit_plans/{id}'),
  '/lesson_plans/{id}/versions/{number}': versionOf('/lesson_plans/{id}'),
  '/templates/{id}/versions/{number}': versionOf('/templates/{id}'),
  '/curriculum_documents/{id}/versions/{number}': versionOf('/curriculum_documents/{id}'),
  '/standard_frameworks/{id}': framework,
  '/standards/{id}': standard,
  '/standard_imports/{id}': simple('standard_imports', async (world, owner) => ({
    file_id: (await recordBuilders['/files/{id}']?.(world, owner))?.id,
    file_name: 'framework.json',
    format: 'case',
    state: 'previewed',
    created_by: owner.id,
    created_at: now(world),
    updated_at: now(world),
  })),
  '/standard_alignments/{id}': simple('standard_alignments', async (world, owner) => ({
    standard_id: (await standard(world, owner)).id,
    target_type: 'unit_plan',
    target_id: (await recordBuilders['/unit_plans/{id}']?.(world, owner))?.id,
    created_by: owner.id,
    created_at: now(world),
  })),
  '/alignment_migrations/{id}': simple('alignment_migrations', async (world, owner) => ({
    framework_id: (await framework(world, owner)).id,
    moves: '[]',
    moved_count: 0,
    created_by: owner.id,
    created_at: now(world),
    undo_until_at: now(world, 30),
  })),
  '/files/{id}': simple('files', (world, owner) => ({
    purpose: 'resource',
    name: 'notes.pdf',
    content_type: 'application/pdf',
    size_bytes: 1,
    sha256: randomBytes(32),
    storage_key: `${owner.tenant_id}/resource/${newId()}`,
    uploaded_by: owner.id,
    created_at: now(world),
  })),
  '/planner_packs/{id}': simple('planner_packs', (world, owner) => {
    const { key, version, ...definition } = plain;
    const [based_on_key, based_on_version] = [key, version];
    return {
      key: `pack_${nextNumber()}`,
      version: 1,
      definition: JSON.stringify(definition),
      checksum: randomBytes(32),
      based_on_key,
      based_on_version,
      created_by: owner.id,
      created_at: now(world),
      updated_at: now(world),
    };
  }),
  '/plan_offers/{id}': async (world, owner) => {
    const author = { ...owner, id: await someone(world, 'teacher') };
    const { id: plan_id } = (await recordBuilders['/unit_plans/{id}']?.(world, author)) ?? {};
    const offer = { plan_id, user_id: owner.id, offered_by: author.id, created_at: now(world) };
    return simple('plan_offers', () => offer)(world, owner);
  },
  '/curriculum_pushes/{id}': simple('curriculum_pushes', (world, owner) => ({
    kind: 'pack',
    title: 'Plain',
    pack_key: plain.key,
    pack_version: plain.version,
    school_ids: [],
    state: 'finished',
    run_at: now(world),
    created_by: owner.id,
    created_at: now(world),
  })),
  '/saved_searches/{id}': simple('saved_searches', (world, owner) => ({
    user_id: owner.id,
    name: `Search ${nextNumber()}`,
    query: JSON.stringify({ q: 'ratios' }),
    created_at: now(world),
    updated_at: now(world),
  })),
  '/plan_prints/{id}': async (world, owner) => {
    const { id = '' } = (await recordBuilders['/unit_plans/{id}']?.(world, owner)) ?? {};
    return { id };
  },
  '/plan_exports/{id}': simple('plan_exports', async (world, owner) => ({
    plan_id: (await recordBuilders['/unit_plans/{id}']?.(world, owner))?.id,
    requested_by: owner.id,
    format: 'pdf',
    options: '{}',
    request_hash: randomBytes(32),
    created_at: now(world),
    expires_at: now(world, 7),
  })),
  '/plan_comments/{id}': async (world, owner) => {
    const thread_id = newId();
    const plan_id = (await recordBuilders['/unit_plans/{id}']?.(world, owner))?.id;
    const said = { created_at: now(world) };
    await insert(world, 'comment_threads', { id: thread_id, plan_id, created_by: owner.id, ...said });
    await insert(world, 'plan_comments', {
      id: newId(),
      thread_id,
      author_id: owner.id,
      body: 'Look',
      ...said,
    });
    return { id: thread_id };
  },
  '/pack_freezes/{id}': async (world, owner) => {
    const { id: academic_year_id } = (await recordBuilders['/academic_years/{id}']?.(world, owner)) ?? {};
    const freeze = { academic_year_id, pack_key: plain.key, pack_version: plain.version };
    return simple('pack_freezes', () => ({ ...freeze, created_by: owner.id, created_at: now(world) }))(
      world,
      owner,
    );
  },
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
