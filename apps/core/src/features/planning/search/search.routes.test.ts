import { createUnitPlan, deleteUnitPlan, updateUnitPlan } from '@k12/contracts/planning/plans';
import {
  createSavedSearch,
  deleteSavedSearch,
  listSavedSearches,
  type SearchQuery,
  search,
  suggest,
  updateSavedSearch,
} from '@k12/contracts/planning/search';
import { newId } from '@k12/db';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { contextOf } from '../../../test/a-platform.ts';
import { actorOf, aSchool } from '../../../test/a-school.ts';
import { build } from '../../../test/people.ts';
import type { TestActor } from '../../../test/test-server.ts';
import { indexAgain, indexChanges } from './search.index.service.ts';

const world = await aSchool();
const { anonymous, teacher, lead, student, guardian, otherTenantTeacher, otherSchoolAdmin, school } = world;
const colleague = await actorOf(world.server, world.tenant, { role: 'teacher', school_ids: [school.id] });
const context = contextOf(world.platform, world.tenant);

async function aUnit(actor: TestActor, title: string, fields: object = {}, content: object = {}) {
  const unit = await actor.call(createUnitPlan, { body: { title, home: 'school', ...fields } });
  await build(world.platform, (tx) =>
    tx
      .updateTable('plan_drafts')
      .set({ content: JSON.stringify(content) as never })
      .where('tenant_id', '=', world.tenant.id)
      .where('plan_id', '=', unit.id)
      .execute(),
  );
  return unit;
}

const find = (actor: TestActor, q: string, query: Partial<SearchQuery> = {}) =>
  actor.call(search, { query: { q, ...query } });
const titles = async (actor: TestActor, q: string, query: Partial<SearchQuery> = {}) =>
  (await find(actor, q, query)).data.map(({ title }) => title);

const recipes = {
  story: {
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        content: [{ type: 'text', text: 'Students compare <b>two</b> recipes by unit rate.' }],
      },
    ],
  },
};

beforeAll(async () => {
  await aUnit(teacher, 'Ratios in the kitchen', { subjects: ['Mathematics'], grade_levels: ['6'] }, recipes);
  await aUnit(
    teacher,
    'Kitchen chemistry',
    { subjects: ['Science'], grade_levels: ['7'] },
    { goals: [{ id: 'x', text: 'ratios of mass' }] },
  );
  await aUnit(teacher, 'Évaluer les énergies', { subjects: ['Science'], language: 'fr' });
  await aUnit(teacher, 'Private ratios', { home: 'personal' });
  await aUnit(lead, 'Photosynthesis', { subjects: ['Science'] });
  await indexChanges(context);
});

describe('finding', () => {
  test('PLN-154 PLN-155 words of the title come before words of the text, whatever their form', async () => {
    expect(await titles(teacher, 'ratio')).toEqual(
      expect.arrayContaining(['Ratios in the kitchen', 'Private ratios', 'Kitchen chemistry']),
    );
    const found = await titles(colleague, 'ratio');
    expect(found[0]).toBe('Ratios in the kitchen');
    expect(found.at(-1)).toBe('Kitchen chemistry');
  });

  test('PLN-155 accents, case, a word half typed, phrases and exclusions', async () => {
    expect(await titles(teacher, 'evaluer energ')).toEqual(['Évaluer les énergies']);
    expect(await titles(teacher, 'ÉNERGIE')).toEqual(['Évaluer les énergies']);
    expect(await titles(teacher, 'kitch')).toHaveLength(2);
    expect(await titles(teacher, '"recipes compare"')).toEqual([]);
    expect(await titles(teacher, '"recipes by unit rate"')).toEqual(['Ratios in the kitchen']);
    expect(await titles(teacher, 'kitchen -chemistry ')).toEqual(['Ratios in the kitchen']);
  });

  test('PLN-155 a title typed wrong is still found, and named as what was meant', async () => {
    const reply = await find(colleague, 'photosinthesis');
    expect(reply.data.map(({ title }) => title)).toEqual(['Photosynthesis']);
    expect(reply.did_you_mean).toBe('Photosynthesis');
  });

  test('UXP-16 an empty result tells how much there is without the filters, and what may have been meant', async () => {
    const narrow = await find(colleague, 'photosynthesis', { state: 'archived' });
    expect(narrow).toMatchObject({ data: [], total: 0, wider_total: 1, did_you_mean: null });
    const wrong = await find(colleague, 'photosinthesis', { state: 'archived' });
    expect(wrong).toMatchObject({ data: [], wider_total: 1, did_you_mean: 'Photosynthesis' });
    // Of what may not be seen, nothing is said.
    const other = await find(otherTenantTeacher, 'photosynthesis', { state: 'archived' });
    expect(other).toMatchObject({ data: [], wider_total: 0, did_you_mean: null });
    expect((await find(colleague, 'photosynthesis')).wider_total).toBe(0);
  });

  test('PLN-155 one’s own plan comes before a colleague’s of the same rank', async () => {
    await aUnit(colleague, 'Volcanoes erupt');
    await aUnit(teacher, 'Volcanoes sleep');
    await indexChanges(context);
    expect((await titles(colleague, 'volcanoes'))[0]).toBe('Volcanoes erupt');
    expect((await titles(teacher, 'volcanoes'))[0]).toBe('Volcanoes sleep');
  });

  test('PLN-159 snippets mark the found words and hold what was typed as text', async () => {
    const [unit] = (await find(colleague, 'recipes')).data;
    const runs = unit?.snippets.flat() ?? [];
    expect(runs.filter(({ found }) => found).map(({ text }) => text)).toEqual(['recipes']);
    expect(runs.map(({ text }) => text).join('')).toContain('<b>two</b>');
  });

  test('PLN-160 filters narrow, and counts say how many each value has', async () => {
    const all = await find(colleague, 'ratios');
    expect(all.total).toBe(2);
    expect(all.facets.subject).toEqual(
      expect.arrayContaining([
        { value: 'Mathematics', label: 'Mathematics', count: 1 },
        { value: 'Science', label: 'Science', count: 1 },
      ]),
    );
    expect(await titles(colleague, 'ratios', { subject: 'Science' })).toEqual(['Kitchen chemistry']);
    expect(await titles(colleague, 'ratios', { grade_level: '6' })).toEqual(['Ratios in the kitchen']);
    expect(await titles(colleague, 'ratios', { kind: 'lesson' })).toEqual([]);
  });

  test('PLN-155 pages follow one another without gap or repetition', async () => {
    for (let index = 0; index < 7; index++) await aUnit(teacher, `Estuary ${index}`);
    await indexChanges(context);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const reply = await find(teacher, 'estuary', { limit: 3, ...(cursor ? { cursor } : {}) });
      seen.push(...reply.data.map(({ id }) => id));
      cursor = reply.next_cursor ?? undefined;
    } while (cursor);
    expect(new Set(seen).size).toBe(7);
    expect(seen).toHaveLength(7);
  });
});

describe('what may not be seen', () => {
  test('PLN-156 PLN-157 others’ personal plans are in no result, count, facet or suggestion', async () => {
    const mine = await find(teacher, 'private ratios');
    expect(mine.data.map(({ title }) => title)).toContain('Private ratios');
    for (const actor of [colleague, otherTenantTeacher, student, guardian, otherSchoolAdmin]) {
      const reply = await find(actor, 'private');
      expect(reply.data).toEqual([]);
      expect(reply.total).toBe(0);
      expect(Object.values(reply.facets).flat()).toEqual([]);
      expect(reply.did_you_mean).toBeNull();
      expect((await actor.call(suggest, { query: { q: 'private rat' } })).groups).toEqual([]);
    }
  });

  test('PLN-161 deleted or no longer shared is out at once, before any indexing', async () => {
    const gone = await aUnit(teacher, 'Archipelago gone');
    const hidden = await aUnit(teacher, 'Archipelago hidden');
    await indexChanges(context);
    expect(await titles(colleague, 'archipelago')).toHaveLength(2);
    await teacher.call(deleteUnitPlan, { params: { id: gone.id }, query: {} });
    await teacher.call(updateUnitPlan, {
      params: { id: hidden.id },
      body: { home: 'personal', lock_version: hidden.lock_version },
    });
    expect((await find(colleague, 'archipelago')).total).toBe(0);
    expect(await titles(teacher, 'archipelago')).toEqual(['Archipelago hidden']);
  });

  test('PLN-156 PLN-162 what one may open is found behind more than a thousand newer records one may not', async () => {
    const own = await aUnit(colleague, 'Zanzibar of old');
    await indexChanges(context);
    await build(world.platform, (tx) =>
      sql`insert into search_documents (tenant_id, kind, record_id, title, title_folded, title_words, all_words,
            record_updated_at, indexed_at)
          select ${world.tenant.id}::uuid, 'unit', md5('zanzibar ' || n)::uuid, 'Zanzibar ' || n, 'zanzibar ' || n,
            to_tsvector('simple', 'zanzibar'), to_tsvector('simple', 'zanzibar'), now() + interval '1 hour', now()
          from generate_series(1, 1100) n`.execute(tx),
    );
    const found = await find(colleague, 'zanzibar');
    expect(found.data.map(({ id }) => id)).toEqual([own.id]);
    expect(found).toMatchObject({ total: 1, total_is_more: false });
    await indexAgain(context);
  });

  test('PLN-156 the search function itself refuses another tenant', async () => {
    const asked = context.readTenant((tx) =>
      sql`select * from app.search_candidates(${newId()}::uuid, 'a', 'b', '{}', 'c', '', '{unit}', 5)`.execute(
        tx,
      ),
    );
    await expect(asked).rejects.toThrow('tenant_context_missing');
  });
});

describe('what is typed', () => {
  test('PLN-163 nothing, one sign, too much, unknown kinds and the engine’s own signs', async () => {
    expect((await anonymous.send(search, { query: { q: 'ratios' } })).status).toBe(401);
    for (const q of ['', 'r', '!!', ' & | ! ( ) : * <-> ', "' or 1=1 --", '"""', '-', '\\', ':*', '%%%'])
      expect((await teacher.send(search, { query: { q } })).status, q).toBe(200);
    for (const actor of [teacher, lead, student])
      expect((await actor.send(search, { query: { q: 'a sentence '.repeat(18) } })).status).toBe(200);
    expect((await teacher.send(search, { query: { q: 'r'.repeat(201) } })).status).toBe(422);
    expect((await teacher.send(search, { query: { q: 'ratios', kind: 'grade' as never } })).status).toBe(422);
    expect((await teacher.send(search, { query: { q: 'ratios', cursor: 'x' } })).status).toBe(422);
  });

  test('PLN-162 suggestions come in groups with their counts', async () => {
    const { groups } = await teacher.call(suggest, { query: { q: 'kitch' } });
    expect(groups).toMatchObject([{ kind: 'unit', count: 2 }]);
  });
});

test('PLN-165 indexing anew changes no result and removes words of what is gone', async () => {
  const before = await titles(teacher, 'kitchen');
  await indexAgain(context);
  expect(await titles(teacher, 'kitchen')).toEqual(before);
  const orphans = await build(world.platform, (tx) =>
    tx
      .selectFrom('search_documents')
      .select('title')
      .where('tenant_id', '=', world.tenant.id)
      .where('title', '=', 'Archipelago gone')
      .execute(),
  );
  expect(orphans).toEqual([]);
});

test('PLN-164 a search is kept under a name, changed and forgotten, by its owner alone', async () => {
  const body = { name: 'Ratios', query: { q: 'ratios', subject: 'Mathematics' } };
  const saved = await teacher.call(createSavedSearch, { body });
  expect((await teacher.send(createSavedSearch, { body })).status).toBe(409);
  expect((await colleague.call(listSavedSearches, {})).data).toEqual([]);
  const params = { id: saved.id };
  const renamed = { name: 'Rates', lock_version: saved.lock_version };
  expect((await colleague.send(updateSavedSearch, { params, body: renamed })).status).toBe(404);
  expect(await teacher.call(updateSavedSearch, { params, body: renamed })).toMatchObject({ name: 'Rates' });
  expect((await teacher.send(updateSavedSearch, { params, body: renamed })).status).toBe(409);
  expect((await colleague.send(deleteSavedSearch, { params })).status).toBe(404);
  expect((await teacher.send(deleteSavedSearch, { params })).status).toBe(204);
});
