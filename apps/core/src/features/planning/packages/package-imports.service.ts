import type { PackageImport, PackageImportCreate } from '@k12/contracts/planning/plan-packages';
import { newId, type Transaction } from '@k12/db';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { authorize } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { selectUpload } from '../../operations/files/files.service.ts';
import { canManagePack } from '../packs/packs.policy.ts';
import { checkPlace, ownPlace } from '../plans/plan-places.service.ts';
import { may } from '../plans/plans.policy.ts';
import { canCreateFramework } from '../standards/frameworks.policy.ts';
import { applyPackageJob, previewPackageJob } from './package-imports.jobs.ts';
import * as queries from './package-imports.queries.ts';

/** Where the plans would go is checked as for a new plan; a job then reads the file (PLN-171, PLN-189). */
export async function createImport(context: Context, input: PackageImportCreate): Promise<PackageImport> {
  const { actor, platform } = context;
  authorize(may(actor, 'unit', 'create'), 'unit_plans.create');
  const file = await selectUpload(context, input.file_id, 'curriculum');
  const place = placeOf(context, input);
  return context.withTenant(async (tx) => {
    await checkPlace(tx, context, 'unit', { ...place, academic_year_id: null, course_id: null });
    const now = platform.clock.now().toISOString();
    const row = await queries.createImport(tx, {
      id: newId(),
      file_id: file.id,
      file_name: file.name,
      ...place,
      created_by: actor.user_id ?? '',
      may_add_frameworks: canCreateFramework(actor, 'standards.import', place.school_id),
      may_add_packs: canManagePack(actor, place.school_id),
      created_at: now,
      updated_at: now,
    });
    await enqueue(tx, context, previewPackageJob, { import_id: row.id });
    await audit(tx, context, 'plan_package.read', row);
    return present(row);
  });
}

function placeOf(context: Context, input: PackageImportCreate) {
  const own = ownPlace(context);
  const home = input.home ?? own.home;
  const school_id = input.school_id === undefined ? own.school_id : input.school_id;
  return {
    home,
    school_id: home === 'district' ? null : school_id,
    planning_context_id: input.planning_context_id ?? null,
  };
}

export async function getImport(context: Context, id: string): Promise<PackageImport> {
  return present(await context.readTenant((tx) => selectOwn(tx, context, id)));
}

export async function applyImport(context: Context, id: string): Promise<PackageImport> {
  return context.withTenant(async (tx) => {
    const before = await selectOwn(tx, context, id);
    if (!present(before).can.apply)
      throw new Problem('conflict', { detail: `The import is ${before.state}.`, current: present(before) });
    const { home, school_id, planning_context_id } = before;
    // Rights may have changed since the file was read.
    const place = { home, school_id, planning_context_id, academic_year_id: null, course_id: null };
    await checkPlace(tx, context, 'unit', place);
    const updated_at = context.platform.clock.now().toISOString();
    const row = await queries.updateImport(tx, id, ['previewed'], { state: 'applying', updated_at });
    if (!row) throw new Problem('conflict', { current: present(before) });
    await enqueue(tx, context, applyPackageJob, { import_id: id });
    return present(row);
  });
}

async function selectOwn(tx: Transaction, context: Context, id: string): Promise<queries.ImportRow> {
  const row = await queries.selectOptionalImport(tx, id);
  if (!row || row.created_by !== context.actor.user_id) throw new Problem('not_found');
  return row;
}

function audit(tx: Transaction, context: Context, action: string, row: queries.ImportRow): Promise<void> {
  return recordAudit(tx, context, {
    action,
    target_type: 'plan_package_import',
    target_id: row.id,
    school_id: row.school_id,
  });
}

function present(row: queries.ImportRow): PackageImport {
  const { id, file_name, title, state, errors_count, plan_ids, created_at, finished_at } = row;
  return {
    ...{ id, file_name, title, state, errors_count, plan_ids, created_at, finished_at },
    counts: row.counts as unknown as PackageImport['counts'],
    problems: row.problems as unknown as PackageImport['problems'],
    can: { apply: state === 'previewed' && errors_count === 0 },
  };
}
