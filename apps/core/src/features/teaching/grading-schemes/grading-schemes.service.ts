import type {
  GradingScheme,
  GradingSchemeChange,
  GradingSchemeCreate,
  GradingSchemeQuery,
  GradingSchemeUpdate,
  SchemeBand,
} from '@k12/contracts/teaching/grading-schemes';
import { newId, type Transaction } from '@k12/db';
import { labelOf } from '@k12/grading/scheme';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { authorize, reachesTenant } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { followCourse } from '../totals/follow-grades.service.ts';
import { bandProblems } from './grading-scheme.rules.ts';
import { canChangeScheme, canSeeSchemesOf } from './grading-schemes.policy.ts';
import * as queries from './grading-schemes.queries.ts';

export async function listSchemes(context: Context, query: GradingSchemeQuery) {
  const { actor } = context;
  return context.readTenant(async (tx) => {
    const course = query.course_id ? await queries.selectOptionalCourse(tx, query.course_id) : null;
    const school_id = course?.school_id ?? query.school_id ?? null;
    const isKnown =
      school_id === null ||
      (canSeeSchemesOf(actor, school_id) &&
        (await queries.selectOptionalSchool(tx, school_id)) !== undefined);
    if (course === undefined || !isKnown) throw new Problem('not_found');
    const rows = await queries.listOffered(tx, { course_id: course?.id ?? null, school_id });
    const create =
      school_id === null
        ? reachesTenant(actor, 'terms.manage')
        : canChangeScheme(actor, { scope: 'school', place_school_id: school_id });
    return { data: rows.map((row) => present(context, row)), can: { create } };
  });
}

export async function createScheme(context: Context, input: GradingSchemeCreate): Promise<GradingScheme> {
  return context.withTenant(async (tx) => {
    const place = await placeOf(tx, context, input);
    checkBands(input.bands);
    const id = newId();
    const created_at = context.platform.clock.now().toISOString();
    const { name, bands, rounding, is_default } = input;
    const made = { id, scheme_key: id, version: 1, name, bands, rounding, is_default };
    await queries.createScheme(tx, { ...made, ...place, created_by: context.actor.user_id, created_at });
    await keepOneDefault(tx, context, { ...place, id, is_default });
    const row = await selectScheme(tx, context, id);
    await audit(tx, context, 'grading_scheme.created', row);
    return present(context, row);
  });
}

/** Where it is for; a place that the caller does not know is not there. */
async function placeOf(tx: Transaction, context: Context, input: GradingSchemeCreate) {
  const { scope } = input;
  const course_id = scope === 'course' ? input.course_id : null;
  const course = course_id === null ? null : await queries.selectOptionalCourse(tx, course_id);
  const school_id = scope === 'school' ? input.school_id : null;
  const place_school_id = course?.school_id ?? school_id;
  const isKnown =
    scope === 'tenant' ||
    (place_school_id !== null &&
      canSeeSchemesOf(context.actor, place_school_id) &&
      (await queries.selectOptionalSchool(tx, place_school_id)) !== undefined);
  if (!isKnown) throw new Problem('not_found');
  authorize(canChangeScheme(context.actor, { scope, place_school_id }), 'terms.manage');
  return { scope, school_id, course_id };
}

function checkBands(bands: readonly SchemeBand[]): void {
  const errors = bandProblems(bands);
  if (errors.length > 0) throw new Problem('request.invalid', { errors });
}

/** One in use gets its next version: what history says was shown stays true (TCH-116). */
export async function updateScheme(
  context: Context,
  id: string,
  { lock_version, dry_run, ...changes }: GradingSchemeUpdate,
): Promise<GradingSchemeChange> {
  return context.withTenant(async (tx) => {
    const before = await selectScheme(tx, context, id);
    authorize(canChangeScheme(context.actor, placed(before)), 'terms.manage');
    if (before.archived_at !== null) throw new Problem('gone');
    const fields = {
      name: changes.name ?? before.name,
      bands: changes.bands ?? (before.bands as unknown as SchemeBand[]),
      rounding: changes.rounding ?? before.rounding,
      is_default: changes.is_default ?? before.is_default,
    };
    checkBands(fields.bands);
    const effect = await effectOf(tx, id, fields);
    if (dry_run) return { scheme: present(context, before), ...effect };
    const now = context.platform.clock.now().toISOString();
    if (!(await queries.touchScheme(tx, id, lock_version, now))) {
      throw new Problem('version_conflict', { current: present(context, before) });
    }
    const isNewVersion = effect.totals_count > 0 && (changes.bands || changes.rounding);
    const current = isNewVersion ? await addVersion(tx, context, before, fields) : id;
    if (!isNewVersion) await queries.replaceFields(tx, id, fields);
    await keepOneDefault(tx, context, { ...before, id: current, is_default: fields.is_default });
    const after = await selectScheme(tx, context, current);
    await audit(tx, context, 'grading_scheme.updated', after);
    return { scheme: present(context, after), ...effect };
  });
}

async function addVersion(
  tx: Transaction,
  context: Context,
  before: queries.SchemeRow,
  fields: Pick<queries.NewScheme, 'name' | 'bands' | 'rounding' | 'is_default'>,
): Promise<string> {
  const id = newId();
  const now = context.platform.clock.now().toISOString();
  const { scope, school_id, course_id, scheme_key, version } = before;
  await queries.archiveVersions(tx, scheme_key, now);
  await queries.createScheme(tx, {
    ...{ id, scope, school_id, course_id, scheme_key, version: version + 1 },
    ...fields,
    created_by: context.actor.user_id,
    created_at: now,
  });
  await queries.moveCourses(tx, before.id, id);
  for (const course of await queries.listCourseIds(tx, before)) await followCourse(tx, context, course);
  return id;
}

/** How many open totals would show another label. */
async function effectOf(
  tx: Transaction,
  id: string,
  { bands, rounding }: Pick<queries.NewScheme, 'bands' | 'rounding'>,
) {
  const scheme = {
    bands: bands.map(({ lower_percent, ...band }) => ({ ...band, lower_bound: lower_percent })),
    ...{ rounding, letter_value: 'middle' as const },
  };
  const shown = await queries.listShownPercents(tx, id);
  const labels_changed_count = shown.filter(
    ({ label, percent }) => labelOf(scheme, percent) !== label,
  ).length;
  return { totals_count: shown.length, labels_changed_count };
}

/** Courses without a choice of their own follow the default of their place. */
async function keepOneDefault(
  tx: Transaction,
  context: Context,
  scheme: Pick<queries.NewScheme, 'id' | 'scope' | 'school_id' | 'course_id' | 'is_default'>,
): Promise<void> {
  if (!scheme.is_default) return;
  await queries.clearDefaults(tx, scheme, scheme.id);
  for (const course of await queries.listCourseIds(tx, scheme)) await followCourse(tx, context, course);
}

export async function archiveScheme(context: Context, id: string): Promise<GradingScheme> {
  return context.withTenant(async (tx) => {
    const scheme = await selectScheme(tx, context, id);
    authorize(canChangeScheme(context.actor, placed(scheme)), 'terms.manage');
    await queries.archiveVersions(tx, scheme.scheme_key, context.platform.clock.now().toISOString());
    if (scheme.is_default) {
      for (const course of await queries.listCourseIds(tx, scheme)) await followCourse(tx, context, course);
    }
    const after = await selectScheme(tx, context, id);
    await audit(tx, context, 'grading_scheme.archived', after);
    return present(context, after);
  });
}

async function selectScheme(tx: Transaction, context: Context, id: string): Promise<queries.SchemeRow> {
  const scheme = await queries.selectOptionalScheme(tx, id);
  const school = scheme && placed(scheme).place_school_id;
  if (!scheme || (school && !canSeeSchemesOf(context.actor, school))) throw new Problem('not_found');
  return scheme;
}

function placed({ scope, school_id, course_school_id }: queries.SchemeRow) {
  return { scope, place_school_id: school_id ?? course_school_id };
}

function audit(tx: Transaction, context: Context, action: string, row: queries.SchemeRow): Promise<void> {
  const { id, name, version, bands } = row;
  return recordAudit(tx, context, {
    action,
    target_type: 'grading_scheme',
    target_id: id,
    school_id: placed(row).place_school_id,
    changes: { name, version, bands },
  });
}

function present({ actor }: Context, row: queries.SchemeRow): GradingScheme {
  const { id, scope, school_id, course_id, version, name, rounding, is_default, archived_at, created_at } =
    row;
  const isOpen = archived_at === null && canChangeScheme(actor, placed(row));
  return {
    ...{ id, scope, school_id, course_id, version, name, rounding, is_default, archived_at, created_at },
    bands: row.bands as unknown as SchemeBand[],
    totals_count: Number(row.totals_count ?? 0),
    lock_version: row.lock_version,
    can: { update: isOpen, archive: isOpen },
  };
}
