import type { PlanSnapshot } from '@k12/contracts/planning/plan-diff';
import type { Transaction } from '@k12/db';
import { displayName } from '../../identity/users/users.rules.ts';
import { alignmentsOfPlan } from '../alignments/alignments.service.ts';
import * as queries from './package-content.queries.ts';
import type {
  PackagedAlignment,
  PackagedAttachment,
  PackagedPlan,
  PackagedVersion,
} from './package-format.rules.ts';

interface Names {
  names: Map<string, { framework: string; identifier: string }>;
  /** Numbers of versions by id. */
  numbers: Map<string, number>;
}

/** One plan with every version of it, in the words of the package. */
export async function packagedPlan(
  tx: Transaction,
  plan: queries.PlanOfPackage,
  known: Names,
): Promise<PackagedPlan> {
  const versions = await queries.listVersionsOf(tx, plan.id);
  const { title, tags, duration_minutes } = plan;
  return {
    id: plan.id,
    kind: plan.kind as PackagedPlan['kind'],
    unit_id: plan.unit_plan_id,
    position: plan.position,
    document_type: plan.document_type,
    language: plan.language,
    subjects: plan.subjects,
    grade_levels: plan.grade_levels as PackagedPlan['grade_levels'],
    pack: { key: plan.pack_key, version: plan.pack_version, schema: plan.schema_key },
    state: plan.state,
    published_version: plan.published_version_number,
    draft: {
      title,
      tags,
      duration_minutes,
      content: (plan.draft_content ?? {}) as PackagedPlan['draft']['content'],
      alignments: (await alignmentsOfPlan(tx, plan.id)).map((one) => alignmentOf(one, known)),
      resources: (await queries.listAttachments(tx, plan.id)).map(attachmentOf),
      is_newest_version: versions.length > 0 && (plan.revision ?? 0) <= (plan.version_revision ?? 0),
    },
    versions: versions.map((version) => versionOf(version, known)),
  };
}

type VersionRow = Awaited<ReturnType<typeof queries.listVersionsOf>>[number];

function versionOf(row: VersionRow, known: Names): PackagedVersion {
  const { title, tags, duration_minutes, kind, change_note, changed_fields_count, created_at } = row;
  const resources = row.resources as unknown as PlanSnapshot['resources'];
  return {
    number: row.version_number,
    ...{ title, tags, duration_minutes, kind: kind as PackagedVersion['kind'], change_note },
    content: row.content as unknown as PackagedVersion['content'],
    alignments: (row.alignments as unknown as PlanSnapshot['alignments']).map((one) =>
      alignmentOf(one, known),
    ),
    resources: resources.map((one) => ({
      resource_id: one.resource_id,
      title: one.title,
      kind: one.kind ?? null,
      path: one.path ?? null,
      caption: one.caption ?? null,
      audience: one.audience === 'student' ? 'student' : 'teacher',
    })),
    lessons: (row.lessons as unknown as PlanSnapshot['lessons']).map((lesson) => ({
      plan_id: lesson.lesson_plan_id,
      version_number: (lesson.version_id && known.numbers.get(lesson.version_id)) || null,
      title: lesson.title,
      duration_minutes: lesson.duration_minutes,
    })),
    restored_from: row.restored_from_number,
    changed_fields_count,
    author: displayName(row),
    created_at: new Date(created_at).toISOString(),
  };
}

function alignmentOf(
  { standard_id, code, statement, emphasis, note }: PlanSnapshot['alignments'][number],
  { names }: Names,
): PackagedAlignment {
  const name = names.get(standard_id);
  return {
    framework: name?.framework ?? null,
    identifier: name?.identifier ?? null,
    code: code ?? '',
    statement: statement ?? '',
    emphasis: (emphasis ?? null) as PackagedAlignment['emphasis'],
    note: note ?? null,
  };
}

function attachmentOf(row: Awaited<ReturnType<typeof queries.listAttachments>>[number]): PackagedAttachment {
  return {
    resource_id: row.resource_id,
    title: row.title,
    kind: row.kind,
    path: row.path || null,
    caption: row.caption || null,
    audience: row.audience as PackagedAttachment['audience'],
    pinned_version: row.pinned_version_number,
    opens_for_readers: row.opens_for_readers,
  };
}
