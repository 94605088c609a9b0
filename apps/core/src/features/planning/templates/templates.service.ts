import type { PlanSnapshot } from '@k12/contracts/planning/plan-diff';
import type {
  SaveAsTemplate,
  Template,
  TemplateCreate,
  TemplateFindings,
  TemplateLevel,
  TemplateQuery,
  TemplateUpdate,
} from '@k12/contracts/planning/templates';
import { newId, type Transaction } from '@k12/db';
import type { Content } from '@k12/plan-content/paths';
import { authorize } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { invalid, Problem } from '../../../platform/errors.ts';
import { copyVersion, type PlanVersionRow, versionToCopy } from '../copies/copy-plan.service.ts';
import { defaultPack, packOf, planSchema, schemaFor } from '../packs/packs.service.ts';
import { deletePlan, restorePlan } from '../plans/bin.service.ts';
import { insertEmptyPlan } from '../plans/insert-plan.service.ts';
import { type PlanRow, selectReadablePlan } from '../plans/plans.access.service.ts';
import * as plans from '../plans/plans.service.ts';
import { countPrivate } from '../resources/plan-attachments.service.ts';
import { presentTemplates } from './present-template.service.ts';
import { datesIn, namesIn, stripContent, textsOf } from './strip.rules.ts';
import { canCreateTemplate } from './templates.policy.ts';
import * as queries from './templates.queries.ts';

export function listTemplates(context: Context, query: TemplateQuery) {
  return plans.listPlans(context, 'template', query, presentTemplates);
}

export function getTemplate(context: Context, id: string) {
  return plans.getPlan(context, 'template', id, presentTemplates);
}

export function updateTemplate(context: Context, id: string, input: TemplateUpdate) {
  return plans.updatePlan(context, 'template', id, input, presentTemplates);
}

export function deleteTemplate(context: Context, id: string) {
  return deletePlan(context, 'template', id, { confirm: false });
}

export function restoreTemplate(context: Context, id: string) {
  return restorePlan(context, 'template', id, presentTemplates);
}

export async function createTemplate(context: Context, input: TemplateCreate): Promise<Template> {
  return context.withTenant(async (tx) => {
    const level = input.level ?? 'personal';
    const place = placeOf(context, level, input.school_id);
    authorize(canCreateTemplate(context.actor, level, place.school_id), 'templates.create');
    const pin = await schemaOfTemplate(tx, input, place.school_id);
    const id = newId();
    await insertEmptyPlan(tx, context, {
      id,
      kind: 'template',
      title: input.title,
      ...place,
      ...pin,
      level,
      plan_kind: 'unit',
      subjects: input.subjects ?? [],
      grade_levels: input.grade_levels ?? [],
      tags: input.tags ?? [],
      language: input.language ?? 'en',
      description: input.description ?? null,
      suggested_weeks: input.suggested_weeks ?? null,
    });
    return finish(tx, context, id);
  });
}

/** What should not go with a unit when it becomes a template (PLN-67). */
export async function getFindings(context: Context, unitId: string): Promise<TemplateFindings> {
  return context.withTenant(async (tx) => {
    const { plan } = await selectReadablePlan(tx, context.actor, unitId, 'unit');
    const version = await versionToCopy(tx, context, unitId);
    const text = await textOf(tx, version);
    return {
      student_names: await studentNames(tx, plan, text),
      dates: datesIn(text),
      private_resources_count: await countPrivate(tx, [unitId, ...lessonIds(version)]),
    };
  });
}

export async function saveAsTemplate(
  context: Context,
  unitId: string,
  input: SaveAsTemplate,
): Promise<Template> {
  return context.withTenant(async (tx) => {
    const { plan } = await selectReadablePlan(tx, context.actor, unitId, 'unit');
    const place = placeOf(context, input.level, plan.school_id);
    authorize(canCreateTemplate(context.actor, input.level, place.school_id), 'templates.create');
    const version = await versionToCopy(tx, context, unitId);
    const schema = await planSchema(tx, plan);
    const strip = {
      names: input.strip.student_names ? await studentNames(tx, plan, await textOf(tx, version)) : [],
      dates: input.strip.dates,
    };
    const id = await copyVersion(tx, context, version, {
      kind: 'template',
      title: input.title ?? plan.title,
      ...place,
      owner_id: requireUser(context),
      level: input.level,
      description: input.description ?? null,
      suggested_weeks: input.suggested_weeks ?? null,
      source_plan_id: unitId,
      source_version_id: version.id,
      change: (content) => stripContent(schema, content, strip),
      without_private_resources: input.strip.private_resources,
    });
    return finish(tx, context, id);
  });
}

async function finish(tx: Transaction, context: Context, id: string): Promise<Template> {
  const { plan } = await selectReadablePlan(tx, context.actor, id, 'template');
  await plans.auditPlan(tx, context, 'plan.created', plan);
  const [template] = await presentTemplates(tx, context.actor, [plan]);
  if (!template) throw new Problem('not_found');
  return template;
}

function placeOf(context: Context, level: TemplateLevel, schoolId: string | null | undefined) {
  const own = context.school_id ?? context.actor.school_ids[0] ?? null;
  return { home: level, school_id: level === 'district' ? null : (schoolId ?? own) };
}

async function schemaOfTemplate(tx: Transaction, input: TemplateCreate, schoolId: string | null) {
  const named = input.pack_key !== undefined && input.pack_version !== undefined;
  const pack = named
    ? await packOf(tx, input.pack_key ?? '', input.pack_version ?? 0)
    : (await defaultPack(tx, { school_id: schoolId })).pack;
  const schema = pack && schemaFor(pack, 'unit');
  if (!pack || !schema) throw invalid('/pack_key', 'unknown_pack', 'There is no such pack in this version.');
  return { pack_key: pack.key, pack_version: pack.version, schema_key: schema.key };
}

function lessonIds(version: PlanVersionRow): string[] {
  const lessons = version.lessons as unknown as PlanSnapshot['lessons'];
  return lessons.map(({ lesson_plan_id }) => lesson_plan_id);
}

/** The words of the unit and of its lessons. */
async function textOf(tx: Transaction, version: PlanVersionRow): Promise<string> {
  const lessons = await queries.listLessonContents(tx, version.plan_id);
  const contents = [version.content, ...lessons] as unknown as Content[];
  return contents.map(textsOf).join('\n');
}

async function studentNames(tx: Transaction, plan: PlanRow, text: string): Promise<string[]> {
  if (!plan.school_id) return [];
  const students = await queries.listStudentNames(tx, plan.school_id, plan.owner_id, text);
  return namesIn(
    text,
    students.map((student) => ({ ...student, taught: Boolean(student.taught) })),
  );
}

function requireUser({ actor }: Context): string {
  if (!actor.user_id) throw new Problem('forbidden');
  return actor.user_id;
}
