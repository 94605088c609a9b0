import { checkCompleteness, checkContent } from '@k12/plan-content/check-content';
import type { Content } from '@k12/plan-content/paths';
import { cleanRichText } from '@k12/plan-content/rich-text';
import { expect, test } from 'vitest';
import { planSchema } from '../features/planning/packs/packs.service.ts';
import { startTestServer } from '../test/test-server.ts';
import { seedDemo } from './demo.ts';

const { platform } = await startTestServer();

test('OPS-135 PLN-91 the plans of the demo are what people could have written themselves, and each organisation has published ones aligned to standards', async () => {
  await seedDemo(platform);
  const plans = await platform.db.asJob('test', (tx) =>
    tx
      .selectFrom('plans')
      .innerJoin('plan_drafts as draft', (on) =>
        on.onRef('draft.plan_id', '=', 'plans.id').onRef('draft.tenant_id', '=', 'plans.tenant_id'),
      )
      .selectAll('plans')
      .select('draft.content')
      .execute(),
  );
  const kinds = (kind: string) => plans.filter((plan) => plan.kind === kind).length;
  expect(kinds('unit')).toBeGreaterThan(40);
  expect(kinds('lesson')).toBeGreaterThan(150);
  expect(new Set(plans.map(({ state }) => state))).toEqual(
    new Set(['published', 'draft', 'archived', 'submitted', 'returned', 'approved']),
  );
  const schemas = new Map<string, Awaited<ReturnType<typeof planSchema>>>();
  for (const plan of plans) {
    const key = [plan.tenant_id, plan.pack_key, plan.pack_version, plan.schema_key].join('/');
    const schema = schemas.get(key) ?? (await platform.db.asJob('test', (tx) => planSchema(tx, plan)));
    schemas.set(key, schema);
    if (!schema) throw new Error(`no schema for ${plan.title}`);
    const content = plan.content as Content;
    expect(checkContent(schema, content), plan.title).toEqual([]);
    expect(
      checkCompleteness(schema, content, { standards: 1, resources: 1, lessons: 1 }),
      plan.title,
    ).toEqual([]);
    const texts = Object.values(content).filter(
      (value) => (value as { type?: string } | null)?.type === 'doc',
    );
    for (const text of texts) expect(cleanRichText(text)).toEqual(text);
  }
  const covered = await platform.db.asJob('test', (tx) =>
    tx
      .selectFrom('plans')
      .leftJoin('plan_version_alignments as aligned', (on) =>
        on
          .onRef('aligned.version_id', '=', 'plans.published_version_id')
          .onRef('aligned.tenant_id', '=', 'plans.tenant_id'),
      )
      .select((eb) => ['plans.tenant_id', eb.fn.count<string>('aligned.standard_id').as('standards')])
      .where('plans.kind', '=', 'unit')
      .where('plans.published_version_id', 'is not', null)
      .groupBy('plans.tenant_id')
      .execute(),
  );
  expect(covered.length).toBeGreaterThan(1);
  for (const { standards } of covered) expect(Number(standards)).toBeGreaterThan(3);
});
