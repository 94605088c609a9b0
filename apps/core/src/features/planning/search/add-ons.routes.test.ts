import { createMyApiToken } from '@k12/contracts/identity/api-tokens';
import {
  createUnitLesson,
  createUnitPlan,
  getUnitPlan,
  listLessonPlans,
  listUnitPlans,
} from '@k12/contracts/planning/plans';
import { search, suggest } from '@k12/contracts/planning/search';
import { listStandards } from '@k12/contracts/planning/standards';
import { listTemplates } from '@k12/contracts/planning/templates';
import { expect, test } from 'vitest';
import { contextOf } from '../../../test/a-platform.ts';
import { aSchool } from '../../../test/a-school.ts';
import { TestActor } from '../../../test/test-server.ts';
import { indexAgain } from './search.index.service.ts';

const world = await aSchool();
const { admin, lead, student, guardian, otherSchoolAdmin, otherTenantTeacher, server } = world;

const scopes = ['unit_plans.read', 'lesson_plans.read', 'templates.read', 'standards.read'] as const;

async function anAddOn(given: readonly (typeof scopes)[number][] = scopes) {
  const { token } = await admin.call(createMyApiToken, {
    body: { name: 'Sidebar', scopes: [...given] },
  } as never);
  const program = new TestActor(server, null);
  return ((endpoint, request, headers = {}) =>
    program.send(endpoint, request, {
      authorization: `Bearer ${token}`,
      'x-csrf-token': '',
      ...headers,
    })) as TestActor['send'];
}

const units = await Promise.all(
  ['Rivers', 'Volcanoes', 'Deserts'].map((title) =>
    lead.call(createUnitPlan, { body: { title, home: 'school' } }),
  ),
);
await lead.call(createUnitLesson, {
  params: { id: units[0]?.id ?? '' },
  body: { title: 'Where rivers begin' },
});

test('PLN-180 an add-on with a token reads units, lessons, templates and standards as the person does', async () => {
  const send = await anAddOn();
  for (const endpoint of [listUnitPlans, listLessonPlans, listTemplates, listStandards] as const) {
    const query = { query: {} } as never;
    const [mine, theirs] = [await admin.send(endpoint, query), await send(endpoint, query)];
    expect([endpoint.name, theirs.status]).toEqual([endpoint.name, 200]);
    expect(theirs.body.data.map(({ id }: { id: string }) => id)).toEqual(
      mine.body.data.map(({ id }: { id: string }) => id),
    );
  }
});

test('PLN-180 PLN-172 no more than the person and the token may: other schools and tenants 404, other scopes 403', async () => {
  const send = await anAddOn();
  const mine = await otherSchoolAdmin.call(createUnitPlan, { body: { title: 'Theirs', home: 'school' } });
  const foreign = await otherTenantTeacher.call(createUnitPlan, { body: { title: 'Foreign' } });
  for (const { id } of [mine, foreign])
    expect((await send(getUnitPlan, { params: { id } })).status).toBe(404);
  // Reading is not writing, and units are not standards.
  const made = await send(createUnitPlan, { body: { title: 'By a program' } });
  expect(made.status).toBe(403);
  const narrow = await anAddOn(['unit_plans.read']);
  expect((await narrow(listStandards, { query: {} } as never)).status).toBe(403);
});

test('PLN-180 the same paging, and limits of its own that every answer tells', async () => {
  const send = await anAddOn();
  const first = await send(listUnitPlans, { query: { limit: 2 } } as never);
  expect(first.body.data).toHaveLength(2);
  const next = await send(listUnitPlans, { query: { limit: 2, cursor: first.body.next_cursor } } as never);
  expect(next.body.data).toHaveLength(1);
  expect(first.headers.get('ratelimit-policy')).toContain('general_token');
});

test('PLN-158 UXP-14 families get no plan of any kind in results or suggestions, whatever words it holds', async () => {
  await indexAgain(contextOf(world.platform, world.tenant));
  expect((await lead.call(search, { query: { q: 'rivers' } })).data.length).toBeGreaterThan(0);
  for (const actor of [student, guardian]) {
    const { data, total, facets, did_you_mean, wider_total } = await actor.call(search, {
      query: { q: 'rivers' },
    });
    expect({ data, total, did_you_mean, wider_total }).toEqual({
      ...{ data: [], total: 0, did_you_mean: null, wider_total: 0 },
    });
    expect(Object.values(facets).flat()).toEqual([]);
    expect((await actor.call(suggest, { query: { q: 'rivers' } })).groups).toEqual([]);
  }
});

test('UXP-14 suggestions find a title with one letter wrong', async () => {
  const { groups } = await lead.call(suggest, { query: { q: 'volcanoe' } });
  expect(groups.flatMap(({ results }) => results.map(({ title }) => title))).toContain('Volcanoes');
  const wrong = await lead.call(suggest, { query: { q: 'vulcanoes' } });
  expect(wrong.groups.flatMap(({ results }) => results.map(({ title }) => title))).toContain('Volcanoes');
});
