import { patchUnitDraft } from '@k12/contracts/planning/drafts';
import { createPlanBulkAction } from '@k12/contracts/planning/plan-bulk';
import { createUnitPlan } from '@k12/contracts/planning/plans';
import { newId } from '@k12/db';
import { expect, test } from 'vitest';
import { aSchool } from '../../../test/a-school.ts';

const { teacher } = await aSchool({ RATE_LIMITS: JSON.stringify({ bulk: 0.0001 }) });

test('PLN-182 acts on many plans have a limit of their own: 429 with Retry-After, and saving goes on', async () => {
  const { id } = await teacher.call(createUnitPlan, { body: { title: 'Waves' } });
  const body = { action: 'tag' as const, plan_ids: [id], tags: ['sound'] };
  const replies = [];
  for (let at = 0; at < 5; at++) replies.push(await teacher.send(createPlanBulkAction, { body }));
  const refused = replies.at(-1);
  expect([refused?.status, refused?.body.code]).toEqual([429, 'rate_limited']);
  expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0);
  const changes = [
    { op: 'set' as const, path: '/objectives', value: [{ id: newId(), text: 'Hear a wave' }] },
  ];
  const saved = await teacher.send(patchUnitDraft, {
    params: { id },
    body: { revision: 0, change_id: newId(), changes },
  });
  expect(saved.status).toBe(200);
});
