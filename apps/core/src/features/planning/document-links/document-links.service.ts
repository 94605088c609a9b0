import type { DocumentLink, DocumentLinks } from '@k12/contracts/planning/document-links';
import type { Transaction } from '@k12/db';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { authorize } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { invalid, Problem } from '../../../platform/errors.ts';
import { Answer } from '../../../platform/http/route.ts';
import { planSchema } from '../packs/packs.service.ts';
import { type PlanRow, readablePlans, selectReadablePlan } from '../plans/plans.access.service.ts';
import { refuseArchived } from '../plans/plans.service.ts';
import * as queries from './document-links.queries.ts';
import { isAllowed, type LinkEnd, type LinkType, ruleInWords } from './document-links.rules.ts';

export async function listLinks(context: Context, id: string): Promise<DocumentLinks> {
  return context.readTenant(async (tx) => {
    const { access } = await selectReadablePlan(tx, context.actor, id, 'document');
    return present(tx, context, id, access.edit);
  });
}

export async function listDocumentsOf(context: Context, unitId: string): Promise<{ data: DocumentLink[] }> {
  return context.readTenant(async (tx) => {
    await selectReadablePlan(tx, context.actor, unitId, 'unit');
    const { shown } = await shownOnly(tx, context, await queries.listLinksTo(tx, unitId));
    return { data: shown };
  });
}

export async function createLink(
  context: Context,
  id: string,
  { type, target_id }: { type: LinkType; target_id: string },
) {
  return context.withTenant(async (tx) => {
    const document = await selectForChange(tx, context, id);
    if (target_id === id) throw invalid('/target_id', 'self_link', 'A document cannot link to itself.');
    const target = await selectTarget(tx, context, target_id);
    const schema = await planSchema(tx, document);
    if (!isAllowed(schema, type, target)) {
      throw invalid('/target_id', 'link_not_allowed', ruleInWords(schema, type));
    }
    await queries.lockLinks(tx, context.actor.tenant_id);
    if (type === 'contains' && (await queries.isContainedIn(tx, id, target_id))) {
      throw invalid('/target_id', 'cycle', 'It contains this document already.');
    }
    const created_at = context.platform.clock.now().toISOString();
    const link = { document_id: id, target_id, type, created_by: context.actor.user_id ?? '', created_at };
    const made = await queries.createLink(tx, link);
    if (made) await audit(tx, context, 'curriculum_document.linked', document, { type, target_id });
    const rows = await queries.listLinksOf(tx, id);
    const row = rows.find((one) => one.plan_id === target_id && one.type === type);
    if (!row) throw new Problem('not_found');
    return new Answer(made ? 201 : 200, presentRow(row));
  });
}

/** What may not be read does not exist; lessons and templates are no ends of links. */
async function selectTarget(tx: Transaction, context: Context, id: string): Promise<LinkEnd> {
  const found = await selectReadablePlan(tx, context.actor, id).catch(() => null);
  const kind = found?.plan.kind;
  if (!found || (kind !== 'unit' && kind !== 'document')) {
    throw invalid('/target_id', 'unknown', 'There is no such unit or document.');
  }
  return { kind, document_type: found.plan.document_type };
}

export async function putOrder(
  context: Context,
  id: string,
  { type, link_ids }: { type: LinkType; link_ids: string[] },
): Promise<DocumentLinks> {
  return context.withTenant(async (tx) => {
    await selectForChange(tx, context, id);
    await queries.lockLinks(tx, context.actor.tenant_id);
    const rows = (await queries.listLinksOf(tx, id)).filter((row) => row.type === type);
    const present_ids = rows.map((row) => row.id);
    const isSame = link_ids.length === rows.length && present_ids.every((one) => link_ids.includes(one));
    if (!isSame) throw new Problem('conflict', { current: { link_ids: present_ids } });
    await queries.updateOrder(tx, link_ids);
    return present(tx, context, id, true);
  });
}

export async function deleteLink(context: Context, id: string, linkId: string): Promise<void> {
  await context.withTenant(async (tx) => {
    const document = await selectForChange(tx, context, id);
    if (!(await queries.deleteLink(tx, id, linkId))) throw new Problem('not_found');
    await audit(tx, context, 'curriculum_document.unlinked', document, { link_id: linkId });
  });
}

async function selectForChange(tx: Transaction, context: Context, id: string): Promise<PlanRow> {
  const { plan, access } = await selectReadablePlan(tx, context.actor, id, 'document');
  authorize(access.edit, 'unit_plans.update');
  refuseArchived(plan);
  return plan;
}

async function present(
  tx: Transaction,
  context: Context,
  id: string,
  update: boolean,
): Promise<DocumentLinks> {
  const [of, to] = await Promise.all([queries.listLinksOf(tx, id), queries.listLinksTo(tx, id)]);
  const [data, linked_from] = await Promise.all([shownOnly(tx, context, of), shownOnly(tx, context, to)]);
  return {
    data: data.shown,
    linked_from: linked_from.shown,
    hidden_count: data.hidden + linked_from.hidden,
    can: { update },
  };
}

async function shownOnly(tx: Transaction, context: Context, rows: readonly queries.LinkRow[]) {
  const ids = [...new Set(rows.map(({ plan_id }) => plan_id))];
  const readable = readablePlans(context.actor, 'unit', 'document');
  const known = await queries.listReadable(tx, ids, readable);
  const shown = rows.filter(({ plan_id }) => known.has(plan_id)).map(presentRow);
  return { shown, hidden: rows.length - shown.length };
}

function presentRow({ id, type, position, plan_id, kind, ...plan }: queries.LinkRow): DocumentLink {
  return { id, type, position, plan: { ...plan, id: plan_id, kind: kind as 'unit' | 'document' } };
}

function audit(tx: Transaction, context: Context, action: string, { id, school_id }: PlanRow, link: object) {
  const changes = Object.fromEntries(Object.entries(link).map(([key, value]) => [key, [null, value]]));
  return recordAudit(tx, context, {
    action,
    target_type: 'curriculum_document',
    target_id: id,
    school_id,
    changes,
  });
}
