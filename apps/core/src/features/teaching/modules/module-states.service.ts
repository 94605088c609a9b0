import type { CourseModule } from '@k12/contracts/teaching/module-records';
import type { ModulePublish } from '@k12/contracts/teaching/modules';
import type { Transaction } from '@k12/db';
import type { Context } from '../../../platform/context.ts';
import { publishEvent } from '../../../platform/events/publish-event.ts';
import { listItems, updateItems } from '../module-items/module-items-records.service.ts';
import { selectModuleForChange } from './module-access.service.ts';
import * as queries from './modules.queries.ts';
import { auditModule } from './modules.service.ts';
import { loadModule } from './outline.service.ts';

/** Now or at a time, alone or with all its items (TCH-19, TCH-20). */
export async function publishModule(
  context: Context,
  id: string,
  input: ModulePublish,
): Promise<CourseModule> {
  return context.withTenant(async (tx) => {
    const { module, course } = await selectModuleForChange(tx, context, id);
    const now = context.platform.clock.now().toISOString();
    const later = input.publish_at !== undefined && Date.parse(input.publish_at) > Date.parse(now);
    const at = later ? (input.publish_at ?? null) : null;
    await queries.updateModule(tx, id, null, {
      state: later ? 'scheduled' : 'published',
      publish_at: at,
      ...(!later && { published_at: module.published_at ?? now }),
      updated_at: now,
    });
    if (input.what === 'module_and_items') {
      const items = await listItems(tx, { module_ids: [id] });
      const waiting = items.filter(({ state }) => state !== 'published').map((item) => item.id);
      await updateItems(tx, waiting, {
        state: later ? 'scheduled' : 'published',
        publish_at: at,
        ...(!later && { published_at: now }),
        updated_at: now,
      });
    }
    await auditModule(tx, context, 'module.published', { id, course, changes: { publish_at: [null, at] } });
    if (!later) await publishEvent(tx, context, 'module.published', { module_id: id, course_id: course.id });
    return loadModule(tx, context, course, id);
  });
}

export async function unpublishModule(context: Context, id: string): Promise<CourseModule> {
  return context.withTenant(async (tx) => {
    const { course } = await selectModuleForChange(tx, context, id);
    const updated_at = context.platform.clock.now().toISOString();
    await queries.updateModule(tx, id, null, { state: 'draft', publish_at: null, updated_at });
    await auditModule(tx, context, 'module.unpublished', { id, course });
    return loadModule(tx, context, course, id);
  });
}

/** What was to appear by now appears, the earliest first, each once (TCH-20). */
export async function publishDue(tx: Transaction, context: Context): Promise<void> {
  const now = context.platform.clock.now().toISOString();
  const { modules, items } = await queries.listDue(tx, now);
  // Items first: whoever is told of a module finds in it what was due at the same time.
  for (const at of new Set(items.map(({ publish_at }) => publish_at))) {
    const ids = items.filter(({ publish_at }) => publish_at === at).map(({ id }) => id);
    await updateItems(tx, ids, { state: 'published', publish_at: null, published_at: at, updated_at: now });
  }
  for (const { id, course_id, publish_at } of modules) {
    const published = { state: 'published' as const, publish_at: null, published_at: publish_at };
    await queries.updateModule(tx, id, null, { ...published, updated_at: now });
    await publishEvent(tx, context, 'module.published', { module_id: id, course_id });
  }
}
