import { randomBytes } from 'node:crypto';
import { newId } from '@k12/db';
import { plain } from '../features/planning/packs/shipped/plain.ts';
import { aCourse, aPlacement } from './a-course.ts';
import { build, nextNumber } from './people.ts';
import {
  academicYear,
  activeYear,
  insert,
  now,
  type RecordBuilder,
  simple,
  someone,
} from './record-tools.ts';

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
    const { id = '' } = (await planningRecords[path]?.(world, owner)) ?? {};
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

const resource: RecordBuilder = simple('resources', (world, owner) => ({
  kind: 'link',
  title: `Link ${nextNumber()}`,
  url: 'https://example.test/',
  owner_id: owner.id,
  created_at: now(world),
  updated_at: now(world),
}));

/** Courses, plans and what belongs to them; a new kind of record adds its line here. */
export const planningRecords: Readonly<Record<string, RecordBuilder>> = {
  '/courses/{id}': async (world, owner) => ({ id: (await aCourse(world, owner)).course_id }),
  '/sections/{id}': async (world, owner) => ({ id: (await aCourse(world, owner)).section_id }),
  '/enrollments/{id}': async (world, owner) => ({ id: (await aCourse(world, owner)).enrollment_id }),
  '/enrollment_previews/{id}': simple('enrollment_previews', async (world, owner) => ({
    section_id: (await aCourse(world, owner)).section_id,
    role: 'student',
    source: 'manual',
    people: '[]',
    created_by: owner.id,
    created_at: now(world),
  })),
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
  '/planning_contexts/{id}': simple('planning_contexts', async (world, owner) => ({
    school_id: world.school.id,
    academic_year_id: await activeYear(world),
    kind: 'grade_team',
    name: `Team ${nextNumber()}`,
    created_by: owner.id,
    created_at: now(world),
    updated_at: now(world),
  })),
  '/substitutions/{id}': simple('substitutions', (world, owner) => ({
    school_id: world.school.id,
    teacher_id: owner.id,
    starts_on: now(world).slice(0, 10),
    ends_on: now(world, 2).slice(0, 10),
    created_by: owner.id,
    created_at: now(world),
  })),
  '/substitutions/{id}/resources/{resource_id}': async (world, owner) => ({
    ...(await planningRecords['/substitutions/{id}']?.(world, owner)),
    resource_id: (await resource(world, owner)).id ?? '',
  }),
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
  '/curriculum_documents/{id}/links/{link_id}': async (world, owner) => {
    const document = await plan('document', { document_type: 'scheme_of_work' })(world, owner);
    const target = await plan('unit')(world, owner);
    const link_id = newId();
    await insert(world, 'document_links', {
      id: link_id,
      document_id: document.id,
      target_id: target.id,
      type: 'contains',
      position: 0,
      created_by: owner.id,
      created_at: now(world),
    });
    return { ...document, link_id };
  },
  '/curriculum_documents/{id}/versions/{number}': versionOf('/curriculum_documents/{id}'),
  '/standard_frameworks/{id}': framework,
  '/standards/{id}': standard,
  '/standard_imports/{id}': simple('standard_imports', async (world, owner) => ({
    file_id: (await planningRecords['/files/{id}']?.(world, owner))?.id,
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
    target_id: (await planningRecords['/unit_plans/{id}']?.(world, owner))?.id,
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
    const { id: plan_id } = (await planningRecords['/unit_plans/{id}']?.(world, author)) ?? {};
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
    const { id = '' } = (await planningRecords['/unit_plans/{id}']?.(world, owner)) ?? {};
    return { id };
  },
  '/plan_prints/{id}/pictures/{file_id}': async (world, owner) => {
    const { id = '' } = (await planningRecords['/unit_plans/{id}']?.(world, owner)) ?? {};
    const { id: file_id = '' } = (await planningRecords['/files/{id}']?.(world, owner)) ?? {};
    return { id, file_id };
  },
  '/plan_rollovers/{id}': simple('plan_rollovers', async (world, owner) => ({
    from_course_id: (await planningRecords['/courses/{id}']?.(world, owner))?.id,
    to_course_id: (await planningRecords['/courses/{id}']?.(world, owner))?.id,
    copy_units: true,
    placement_ids: [],
    created_by: owner.id,
    created_at: now(world),
  })),
  '/plan_improvements/{id}': simple('plan_improvements', async (world, owner) => ({
    plan_id: (await planningRecords['/unit_plans/{id}']?.(world, owner))?.id,
    session_id: (await aPlacement(world, owner)).session_id,
    lesson_title: 'Lesson 1',
    taught_on: now(world).slice(0, 10),
    note: 'Begin earlier',
    created_at: now(world),
  })),
  '/plan_exports/{id}': simple('plan_exports', async (world, owner) => ({
    plan_id: (await planningRecords['/unit_plans/{id}']?.(world, owner))?.id,
    requested_by: owner.id,
    format: 'pdf',
    options: '{}',
    request_hash: randomBytes(32),
    created_at: now(world),
    expires_at: now(world, 7),
  })),
  '/plan_set_exports/{id}': simple('plan_set_exports', async (world, owner) => ({
    plan_ids: [(await planningRecords['/unit_plans/{id}']?.(world, owner))?.id],
    requested_by: owner.id,
    format: 'pdf',
    title: 'Mathematics',
    created_at: now(world),
    expires_at: now(world, 7),
  })),
  '/plan_package_imports/{id}': simple('plan_package_imports', async (world, owner) => ({
    file_id: (await planningRecords['/files/{id}']?.(world, owner))?.id,
    file_name: 'curriculum.zip',
    home: 'personal',
    state: 'previewed',
    created_by: owner.id,
    created_at: now(world),
    updated_at: now(world),
  })),
  '/plan_comments/{id}': async (world, owner) => {
    const thread_id = newId();
    const plan_id = (await planningRecords['/unit_plans/{id}']?.(world, owner))?.id;
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
    const { id: academic_year_id } = (await academicYear(world, owner)) ?? {};
    const freeze = { academic_year_id, pack_key: plain.key, pack_version: plain.version };
    return simple('pack_freezes', () => ({ ...freeze, created_by: owner.id, created_at: now(world) }))(
      world,
      owner,
    );
  },
  '/resources/{id}': resource,
  '/resource_folders/{id}': simple('resource_folders', (world, owner) => {
    const name = `Folder ${nextNumber()}`;
    const said = { name, name_normalized: name.toLowerCase(), scope: 'personal', owner_id: owner.id };
    const at = { created_at: now(world), updated_at: now(world) };
    return { ...said, siblings_key: `personal:${owner.id}`, ...at };
  }),
  '/resource_attachments/{id}': simple('resource_attachments', async (world, owner) => ({
    resource_id: (await resource(world, owner)).id,
    target_type: 'unit_plan',
    target_id: (await planningRecords['/unit_plans/{id}']?.(world, owner))?.id,
    position: 0,
    created_at: now(world),
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
};
