import type { Database, Transaction } from '@k12/db';
import { cleanRichText } from '@k12/plan-content/rich-text';
import type { Insertable } from 'kysely';
import { contentHash } from '../features/planning/versions/snapshots.service.ts';
import type { SeedCourse } from './courses.ts';
import type { Seeding, SeedPerson } from './people.ts';
import type { SeedPlan } from './plans.ts';
import { demoId } from './random.ts';
import { insertRows } from './rows.ts';

/** What a subject is for, and what a new colleague is told first. */
const words: Readonly<Record<string, { purpose: string; notes: string }>> = {
  Science: {
    purpose:
      'In five years they will have forgotten the names. They should still ask how somebody knows, change one thing at a time, and say how sure they are.',
    notes: 'Order goggles and slides before the second week. The pond is best in September.',
  },
  Mathematics: {
    purpose:
      'They meet a situation without a label on it, choose a way to write it down, and can say why the answer makes sense.',
    notes: 'The opening problems are meant to take three lessons. Do not rescue anybody in the first.',
  },
  English: {
    purpose: 'They read what is not easy, write what others want to finish, and change their mind in public.',
    notes: 'Class sets are shared between two rooms; the sequence keeps them from clashing.',
  },
};

interface Given {
  id: string;
  title: string;
  owner_id: string;
  school_id: string | null;
  subject: string;
  grades: string[];
  academic_year_id: string | null;
  rows: { title: string; weeks: number; builds_on: string; leads_to: string }[];
  contains: string[];
  derives_from: string | null;
}

/** A scope and sequence for each planned course, and one for the subject that they come from. */
export async function seedCurriculumDocuments(
  tx: Transaction,
  seeding: Seeding,
  people: readonly SeedPerson[],
  plans: readonly SeedPlan[],
): Promise<void> {
  const lead = people.find(({ person }) => person.email?.startsWith('lead@'))?.person.id;
  if (!lead) return;
  const courses = [...new Set(plans.map(({ course }) => course))].filter(
    ({ given }) => words[given.subject] !== undefined && Number(given.grade) >= 6,
  );
  const documents = [...Map.groupBy(courses, ({ given }) => given.subject)].flatMap(([subject, own]) => {
    const ofCourses = own.map((course) => documentOf(seeding, course, plans, lead));
    const first = own[0];
    return first ? [wholeSubject(seeding, first, subject, ofCourses, lead), ...ofCourses] : [];
  });
  await insertDocuments(tx, seeding, documents);
}

function documentOf(
  { tenant }: Seeding,
  course: SeedCourse,
  plans: readonly SeedPlan[],
  lead: string,
): Given {
  const units = plans
    .filter((plan) => plan.kind === 'unit' && plan.course === course && plan.state !== 'archived')
    .sort((a, b) => a.order - b.order);
  const { name, subject, grade } = course.given;
  return {
    id: demoId(`${tenant.key}/documents/${course.school_id}/${name}`),
    title: `${name}: scope and sequence`,
    owner_id: lead,
    school_id: course.school_id,
    subject,
    grades: [grade],
    academic_year_id: course.academic_year_id,
    rows: units.map(({ title, id }, at) => ({
      title,
      weeks: Math.max(2, Math.round(plans.filter(({ unit_id }) => unit_id === id).length * 0.9)),
      builds_on: units[at - 1]?.title ?? '',
      leads_to: units[at + 1]?.title ?? '',
    })),
    contains: units.map(({ id }) => id),
    derives_from: subjectId(tenant.key, subject),
  };
}

function wholeSubject(
  { tenant }: Seeding,
  { school_id, academic_year_id }: SeedCourse,
  subject: string,
  parts: readonly Given[],
  lead: string,
): Given {
  return {
    ...{ id: subjectId(tenant.key, subject), title: `${subject}, grades 6 to 12`, owner_id: lead },
    ...{ school_id, subject, academic_year_id, derives_from: null },
    grades: [...new Set(parts.flatMap(({ grades }) => grades))],
    rows: parts.map(({ title, rows }, at) => ({
      title,
      weeks: Math.min(
        52,
        rows.reduce((sum, { weeks }) => sum + weeks, 0),
      ),
      builds_on: parts[at - 1]?.title ?? '',
      leads_to: parts[at + 1]?.title ?? '',
    })),
    contains: parts.map(({ id }) => id),
  };
}

const subjectId = (tenant: string, subject: string) => demoId(`${tenant}/documents/subjects/${subject}`);

const text = (words: string) =>
  cleanRichText({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }] });

function contentOf({ id, subject, rows }: Given) {
  return {
    purpose: text(words[subject]?.purpose ?? ''),
    sequence: rows.map((row, at) => ({ id: demoId(`${id}/sequence/${at}`), ...row })),
    notes: text(words[subject]?.notes ?? ''),
  };
}

async function insertDocuments(
  tx: Transaction,
  { tenant_id, tenant, now }: Seeding,
  documents: readonly Given[],
): Promise<void> {
  const at = (days: number) => new Date(now.getTime() - days * 86_400_000).toISOString();
  const versionId = ({ id }: Given) => demoId(`${id}/versions/1`);
  const row = ({ id, title, owner_id, school_id, subject, grades, academic_year_id }: Given) => ({
    ...{ tenant_id, id, title, owner_id, school_id, academic_year_id, kind: 'document' as const },
    ...{ subjects: [subject], grade_levels: grades, home: 'school' as const, state: 'published' as const },
    ...{ pack_key: 'plain', pack_version: 1, schema_key: 'scope_and_sequence' },
    ...{ document_type: 'scope_and_sequence', language: tenant.locale },
    ...{ created_by: owner_id, created_at: at(140), updated_at: at(40) },
  });
  await insertRows(tx, 'plans', documents.map(row));
  await insertRows(
    tx,
    'plan_drafts',
    documents.map((given) => ({
      ...{ tenant_id, plan_id: given.id, content: JSON.stringify(contentOf(given)), revision: 1 },
      ...{ version_revision: 1, last_editor_id: given.owner_id, last_edited_at: at(40) },
    })),
  );
  await insertRows(
    tx,
    'plan_versions',
    documents.map((given) => {
      const facts = { title: given.title, tags: [], duration_minutes: null };
      const snapshot = { ...facts, content: contentOf(given), alignments: [], resources: [], lessons: [] };
      return {
        ...{ tenant_id, id: versionId(given), plan_id: given.id, version_number: 1, ...facts },
        ...{ content: JSON.stringify(snapshot.content), content_hash: contentHash(snapshot as never) },
        ...{ author_id: given.owner_id, kind: 'publish' as const, created_at: at(40) },
      };
    }),
  );
  await insertRows(
    tx,
    'plan_publications',
    documents.map((given) => ({
      ...{
        tenant_id,
        id: demoId(`${given.id}/publication`),
        plan_id: given.id,
        version_id: versionId(given),
      },
      ...{ published_by: given.owner_id, published_at: at(40) },
    })),
  );
  for (const given of documents)
    await tx
      .updateTable('plans')
      .set({ current_version_id: versionId(given), published_version_id: versionId(given) })
      .where('tenant_id', '=', tenant_id)
      .where('id', '=', given.id)
      .execute();
  await insertRows(
    tx,
    'document_links',
    documents.flatMap((given) => linksOf(tenant_id, given, at(40))),
  );
}

function linksOf(
  tenant_id: string,
  given: Given,
  created_at: string,
): Insertable<Database['document_links']>[] {
  const link = (type: 'contains' | 'derives_from', target_id: string, position: number) => ({
    ...{ tenant_id, id: demoId(`${given.id}/links/${type}/${target_id}`), document_id: given.id },
    ...{ target_id, type, position, created_by: given.owner_id, created_at },
  });
  return [
    ...given.contains.map((target, position) => link('contains', target, position)),
    ...(given.derives_from ? [link('derives_from', given.derives_from, 0)] : []),
  ];
}
