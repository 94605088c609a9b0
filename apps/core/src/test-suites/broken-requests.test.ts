import { newId } from '@k12/db';
import { describe, expect, test } from 'vitest';
import { aWorld, finite, isGuarded, named, rolesOf, someRoleFor, withOwnSession } from './world.ts';

const world = await aWorld();
const roles = rolesOf(world);
const withBodies = finite.filter(({ body, permission }) => body !== undefined && permission !== 'platform');

describe('a broken request', () => {
  test.each(named(withBodies))(
    'INT-144 %s: 400, 413, 415 or 422, never a failure',
    async (_title, endpoint) => {
      const role = someRoleFor(endpoint) ?? 'district_admin';
      const actor = isGuarded(endpoint) ? await withOwnSession(roles[role]) : world.anonymous;
      const path = endpoint.path
        .replace(/\{key\}/, 'file_uploads')
        .replace(/\{number\}/, '987654')
        .replace(/\{\w+\}/g, newId());
      const headers = { 'x-csrf-token': await actor.csrf(), 'content-type': 'application/json' };
      const send = async (body: string, type = 'application/json') =>
        (await actor.fetch(endpoint.method, path, { body, headers: { ...headers, 'content-type': type } }))
          .status;
      expect(await send('{"a":')).toBe(400);
      expect(await send('{"a":1,"a":2}')).toBe(400);
      expect(await send(`${'{"a":'.repeat(120)}1${'}'.repeat(120)}`)).toBe(400);
      expect(await send(`{"a":"${'x'.repeat(1_100_000)}"}`)).toBe(413);
      expect(await send('a=b', 'application/x-www-form-urlencoded')).toBe(415);
      expect(await send('<a/>', 'application/xml')).toBe(415);
      for (const body of ['42', '"text"', 'null', '{"no_such_field_of_anything":1}']) {
        expect([403, 422], `${body} to ${endpoint.name}`).toContain(await send(body));
      }
    },
  );
});
