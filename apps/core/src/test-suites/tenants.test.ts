import type { EndpointDeclaration, SystemRoleKey } from '@k12/contracts';
import { describe, expect, test } from 'vitest';
import { actorOf } from '../test/a-school.ts';
import { notRecords, recordBuilders, recordPath } from '../test/records.ts';
import { requestSchema, sampleBody, sampleOf } from '../test/request-samples.ts';
import {
  aWorld,
  finite,
  isGuarded,
  named,
  randomParams,
  rolesOfOtherTenant,
  sendAny,
  someRoleFor,
  withOwnSession,
} from './world.ts';

const world = await aWorld();
const others = await rolesOfOtherTenant(world);
const guarded = finite.filter(isGuarded);

/** A record may change what its owner can do, so each test has its own. */
function personOf(role: SystemRoleKey) {
  return actorOf(world.server, world.tenant, {
    role,
    school_ids: role === 'district_admin' ? [] : [world.school.id],
  });
}

/** Operations that answer alike whether there is something to do or not; each with what it answers. */
const alike: Readonly<Record<string, number>> = { 'notifications.undo_mark_all_read': 200 };

/** Operations whose record must be more than there; their own tests show them to their owner. */
const needsMore: ReadonlySet<string> = new Set([
  'unit_plans.template_update.get',
  'academic_years.get_closing',
  'enrollment_moves.preview',
  'unit_plans.list_pushable',
  'my_feedback.get',
  'my_submission.get',
  'my_modules.list',
  'modules.get_unit_changes',
  'modules.student_view',
  'learner.home',
  'learner.courses',
  'learner.course',
  'learner.todos',
  'learner.assignment',
  'what_if.get',
]);

const withRecords = guarded.filter(({ path, permission }) => path.includes('{') && permission !== 'platform');

describe("another tenant's record", () => {
  test('every parameter of a path has its record', () => {
    const missing = withRecords
      .map(({ path }) => recordPath(path))
      .filter((path) => !(path in recordBuilders) && !(path in notRecords));
    expect([...new Set(missing)], 'add them to apps/core/src/test/records.ts').toEqual([]);
  });

  test.each(named(withRecords.filter(({ path }) => recordPath(path) in recordBuilders)))(
    'IDN-120 UXP-120 %s: the same 404 as for an id that nobody has',
    async (_title, endpoint) => {
      const role = someRoleFor(endpoint);
      if (!role) return expect(endpoint.permission).toBe('platform');
      const owner = await personOf(role);
      const params = await recordBuilders[recordPath(endpoint.path)]?.(world, owner.person as never);
      const colleagues = [others.district_admin.id, others.admin.id];
      const request = { body: sampleBody(endpoint, colleagues), ...querySample(endpoint) };
      const attacker = await withOwnSession(others[role]);
      const foreign = await sendAny(attacker, endpoint, { params: params ?? {}, ...request });
      const unknown = await sendAny(attacker, endpoint, { params: randomParams(endpoint), ...request });
      const expected = alike[endpoint.name] ?? 404;
      expect([foreign.status, unknown.status], JSON.stringify(foreign.body)).toEqual([expected, expected]);
      expect({ ...foreign.body, request_id: '' }).toEqual({ ...unknown.body, request_id: '' });
      if (endpoint.method === 'GET' && endpoint.stream === undefined && !needsMore.has(endpoint.name)) {
        const own = await sendAny(owner, endpoint, {
          params: params ?? {},
          ...request,
        });
        expect(
          own.status,
          `the record of the test is not visible to its ${role}: ${JSON.stringify(own.body)}`,
        ).toBe(200);
      }
    },
  );
});

function querySample({ query }: EndpointDeclaration): { query?: Record<string, unknown> } {
  const shape = (query as { shape?: Record<string, unknown> } | undefined)?.shape ?? {};
  if ('lock_version' in shape) return { query: { lock_version: 0 } };
  const required = query ? (sampleOf(requestSchema(query)) as Record<string, unknown>) : {};
  return Object.keys(required).length > 0 ? { query: required } : {};
}
