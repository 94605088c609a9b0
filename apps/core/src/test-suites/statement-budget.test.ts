import type { EndpointDeclaration } from '@k12/contracts';
import { expect, test } from 'vitest';
import { actorOf } from '../test/a-school.ts';
import { yearOfTerms } from '../test/record-tools.ts';
import { recordBuilders, recordPath } from '../test/records.ts';
import { aWorld, finite, isGuarded, named, sendAny, someRoleFor } from './world.ts';

const world = await aWorld();
const limit = 15;

/** Lists whose rows no builder of records makes, each with what they hold. */
const otherRows: Readonly<Record<string, string>> = {
  '/me/sign_in_events': 'a row for each sign-in',
  '/users/{id}/sign_in_events': 'a row for each sign-in of one person',
  '/standard_imports/{id}/problems': 'the faults of one import, which its own tests count',
  '/search': 'one statement for whatever is found, and one for the snippets of the page',
  '/admin/mail_outbox': 'mail, which its own tests count',
  '/unit_plans/{id}/versions': 'a row for each version of one plan; its own test counts the statements',
  '/lesson_plans/{id}/versions': 'as for units',
  '/templates/{id}/versions': 'as for units',
  '/curriculum_documents/{id}/versions': 'as for units',
  '/courses/{id}/assignments': 'the work of one course; list-statements.routes.test.ts counts the statements',
  '/courses/{id}/gradebook/history': 'as for assignments',
  '/courses/{id}/gradebook/change_sets': 'as for assignments',
  '/user_imports/{id}/rows':
    'what becomes of each row of one import: the import, and all of the page at once',
  '/user_bulk_runs/{id}/items': 'what came of each person of one run: the run, and all of the page at once',
};

/** `/things` lists what `/things/{id}` names; lists below a path of their own say here what they list. */
const listed: Readonly<Record<string, string>> = { '/audit_log': '/audit_log/events/{id}' };

/** What narrows a list to the rows that the builder makes. */
const queries: Readonly<Record<string, () => Promise<Record<string, unknown>>>> = {
  '/terms': async () => ({ academic_year_id: await yearOfTerms(world) }),
};

function isList({ method, replies, permission }: EndpointDeclaration): boolean {
  const shape = (replies[200] as { shape?: Record<string, unknown> } | undefined)?.shape ?? {};
  return method === 'GET' && permission !== 'platform' && 'data' in shape && 'next_cursor' in shape;
}

const lists = finite.filter((endpoint) => isGuarded(endpoint) && isList(endpoint));
const rowPath = (path: string) => listed[path] ?? `${path}/{id}`;

test('every list has its rows', () => {
  const missing = lists
    .map(({ path }) => path)
    .filter((path) => !(rowPath(path) in recordBuilders) && !(path in otherRows));
  expect(missing, 'add them to apps/core/src/test/records.ts').toEqual([]);
});

test.each(named(lists.filter(({ path }) => rowPath(path) in recordBuilders)))(
  'OPS-59 %s needs no more statements for 20 rows than for 2, and at most 15',
  async (_title, endpoint) => {
    const role = someRoleFor(endpoint);
    const actor =
      role &&
      (await actorOf(world.server, world.tenant, {
        role,
        school_ids: role === 'district_admin' ? [] : [world.school.id],
      }));
    if (!actor?.person) throw new Error(`nobody may call ${endpoint.name}`);
    const params = recordPath(endpoint.path)
      ? await recordBuilders[recordPath(endpoint.path)]?.(world, actor.person)
      : {};
    const read = async () => {
      const reply = await sendAny(actor, endpoint, {
        params: params ?? {},
        query: { limit: 200, ...(await queries[endpoint.path]?.()) },
      });
      const statements = /db;dur=[\d.]+;desc="(\d+)"/.exec(reply.headers.get('server-timing') ?? '')?.[1];
      return { rows: reply.body.data.length as number, statements: Number(statements) };
    };
    const add = async (count: number) => {
      for (let at = 0; at < count; at++)
        await recordBuilders[rowPath(endpoint.path)]?.(world, actor.person as never);
    };
    await add(2);
    // The first call may fill caches; the second is what every later one costs.
    await read();
    const few = await read();
    await add(18);
    await read();
    const many = await read();
    expect(many.rows, 'the rows of the test are not in the list').toBeGreaterThan(few.rows);
    expect(many.statements).toBeLessThanOrEqual(few.statements);
    expect(many.statements).toBeLessThanOrEqual(limit);
  },
);
