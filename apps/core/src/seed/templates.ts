import type { PlanSnapshot } from '@k12/contracts/planning/plan-diff';
import type { Transaction } from '@k12/db';
import { sql } from 'kysely';
import { contentHash } from '../features/planning/versions/snapshots.service.ts';
import { type Seeding, type SeedPerson, schoolId } from './people.ts';
import { demoId } from './random.ts';
import { insertRows } from './rows.ts';
import { type TemplateGiven, templateCatalogue } from './template-catalogue.ts';

/** Templates to begin from, offered by the district and by the school of the curriculum lead. */
export async function seedTemplates(tx: Transaction, seeding: Seeding, people: SeedPerson[]): Promise<void> {
  const [school] = seeding.tenant.schools;
  const owner = people.find(({ person }) => person.email?.startsWith('lead@'));
  if (!school || !owner) return;
  for (const template of templateCatalogue) {
    await addTemplate(tx, seeding, template, owner.person.id, schoolId(seeding.tenant, school.key));
  }
}

async function addTemplate(
  tx: Transaction,
  seeding: Seeding,
  given: TemplateGiven,
  owner_id: string,
  school: string,
): Promise<void> {
  const { tenant_id, tenant } = seeding;
  const id = demoId(`${tenant.key}/templates/${given.title}`);
  const version_id = demoId(`${id}/versions/1`);
  const at = new Date(seeding.now.getTime() - given.days_old * 86_400_000).toISOString();
  const content = contentOf(id, given);
  await insertRows(tx, 'plans', [
    {
      ...{
        tenant_id,
        id,
        owner_id,
        kind: 'template',
        plan_kind: 'unit',
        schema_key: 'unit',
        pack_version: 1,
      },
      title: given.title,
      description: given.description,
      pack_key: given.pack_key,
      level: given.level,
      home: given.level,
      school_id: given.level === 'school' ? school : null,
      subjects: given.subjects,
      grade_levels: given.grades,
      suggested_weeks: given.weeks,
      state: 'published',
      ...{ created_by: owner_id, created_at: at, updated_at: at },
    },
  ]);
  await insertRows(tx, 'plan_drafts', [
    {
      ...{ tenant_id, plan_id: id, content: JSON.stringify(content), revision: 1, version_revision: 1 },
      ...{ last_editor_id: owner_id, last_edited_at: at },
    },
  ]);
  const facts = { title: given.title, tags: [], duration_minutes: null };
  const snapshot: PlanSnapshot = { ...facts, content, alignments: [], resources: [], lessons: [] };
  await insertRows(tx, 'plan_versions', [
    {
      ...{ tenant_id, id: version_id, plan_id: id, version_number: 1, ...facts, kind: 'publish' },
      content: JSON.stringify(content),
      content_hash: contentHash(snapshot),
      ...{ author_id: owner_id, created_at: at },
    },
  ]);
  await insertRows(tx, 'plan_publications', [
    {
      ...{ tenant_id, id: demoId(`${id}/publication`), plan_id: id, version_id },
      ...{ published_by: owner_id, published_at: at },
    },
  ]);
  await tx
    .updateTable('plans')
    .set({ current_version_id: version_id, published_version_id: version_id })
    .where('tenant_id', '=', tenant_id)
    .where('id', '=', id)
    .execute();
  await useTemplate(tx, tenant_id, given, version_id);
}

/** Units of its form and subject began with it. */
async function useTemplate(
  tx: Transaction,
  tenantId: string,
  { pack_key, subjects }: TemplateGiven,
  versionId: string,
): Promise<void> {
  await tx
    .updateTable('plans')
    .set({ template_version_id: versionId })
    .where('tenant_id', '=', tenantId)
    .where('kind', '=', 'unit')
    .where('pack_key', '=', pack_key)
    .where((eb) => eb(sql<string>`subjects[1]`, 'in', subjects))
    .execute();
}

function contentOf(id: string, { texts, lists, groups = {} }: TemplateGiven): PlanSnapshot['content'] {
  const rich = Object.entries(texts).map(([key, text]) => [
    key,
    { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] },
  ]);
  const items = Object.entries(lists).map(([key, entries]) => [
    key,
    entries.map((text, at) => ({ id: demoId(`${id}/${key}/${at}`), text })),
  ]);
  const rows = Object.entries(groups).map(([key, entries]) => [
    key,
    entries.map((fields, at) => ({ id: demoId(`${id}/${key}/${at}`), ...fields })),
  ]);
  return Object.fromEntries([...rich, ...items, ...rows]);
}
