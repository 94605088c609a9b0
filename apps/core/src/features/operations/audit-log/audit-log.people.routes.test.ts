import { type AuditQuery, listAuditEvents } from '@k12/contracts/operations/audit-log';
import { newId } from '@k12/db';
import { expect, test } from 'vitest';
import { numberEvents } from '../../../platform/audit/number-events.ts';
import { destroyPersonKey } from '../../../platform/audit/person-keys.ts';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { verifyChain } from '../../../platform/audit/verify-chain.ts';
import { contextOf } from '../../../test/a-platform.ts';
import { aSchool } from '../../../test/a-school.ts';

const world = await aSchool();
const { platform, tenant, districtAdmin } = world;
const search = async (query: Partial<AuditQuery>) =>
  (await districtAdmin.call(listAuditEvents, { query })).data;

const rawText = async (targetId: string) =>
  JSON.stringify(
    await contextOf(platform, tenant).readTenant((tx) =>
      tx.selectFrom('audit_events').select('changes').where('target_id', '=', targetId).execute(),
    ),
  );

test('PRV-124 personal values are sealed with the key of their person; erasing it leaves the chain whole', async () => {
  const context = contextOf(platform, tenant);
  const people = [world.student.id, world.teacher.id];
  for (const target_id of people)
    await context.withTenant((tx) =>
      recordAudit(tx, context, {
        action: 'user.updated',
        target_type: 'user',
        target_id,
        changes: { family_name: ['Okonkwo-Before', 'Okonkwo-After'], state: ['invited', 'active'] },
      }),
    );
  await numberEvents(context);
  for (const id of people) expect(await rawText(id)).not.toMatch(/okonkwo/i);
  const changesOf = async (target_id: string) =>
    (await search({ target_id, action: 'user.updated' }))[0]?.changes;
  const open = { family_name: ['Okonkwo-Before', 'Okonkwo-After'], state: ['invited', 'active'] };
  for (const id of people) expect(await changesOf(id)).toEqual(open);
  await context.withTenant((tx) => destroyPersonKey(tx, world.student.id));
  expect(await changesOf(world.student.id)).toEqual({ family_name: null, state: ['invited', 'active'] });
  expect(await changesOf(world.teacher.id)).toEqual(open);
  expect(await verifyChain(context)).toMatchObject({ first_bad_number: null, problem: null });
});

test('PRV-127 a value that is not safe to keep is named as changed and never repeated', async () => {
  const context = contextOf(platform, tenant);
  const target_id = newId();
  const changes = {
    birth_on: ['2011-02-03', '2011-02-04'],
    password: 'chalk-and-paper',
    feedback: ['', 'You wrote this very well'],
    contact: { email: 'somebody@example.test' },
    reply_to: 'somebody@example.test',
    capability: 'roles.manage',
    ends_on: ['2026-01-01', null],
    name: ['Old School', 'New School'],
    count: 3,
  };
  await context.withTenant((tx) =>
    recordAudit(tx, context, { action: 'school.updated', target_type: 'school', target_id, changes }),
  );
  const [event] = await search({ target_id });
  const { birth_on, password, feedback, contact, reply_to, ...kept } = event?.changes ?? {};
  expect({ birth_on, password, feedback, contact, reply_to }).toEqual({
    birth_on: true,
    password: true,
    feedback: true,
    contact: true,
    reply_to: true,
  });
  const { capability, ends_on, name, count } = changes;
  expect(kept).toEqual({ capability, ends_on, name, count });
  expect(await rawText(target_id)).not.toMatch(/2011|chalk|very well|example/);
});
