import { createAcademicYear } from '@k12/contracts/identity/academic-years';
import { createTerm, deleteTerm, getTerm, listTerms, updateTerm } from '@k12/contracts/identity/terms';
import { newId } from '@k12/db';
import { describe, expect, test } from 'vitest';
import { aSchool } from '../../../test/a-school.ts';
import { build } from '../../../test/people.ts';

const world = await aSchool();
const { admin, anonymous, districtAdmin, school, otherSchool, student, teacher, otherTenantAdmin } = world;
const year = await districtAdmin.call(createAcademicYear, {
  body: { name: '2030', starts_on: '2030-09-01', ends_on: '2031-06-15' },
});
const academic_year_id = year.id;

function term(name: string, starts_on: string, ends_on: string) {
  return { academic_year_id, name, kind: 'quarter' as const, starts_on, ends_on };
}

describe('terms', () => {
  test('signed out 401; a teacher may not add one: 403', async () => {
    expect((await anonymous.send(listTerms, { query: {} })).status).toBe(401);
    const reply = await teacher.send(createTerm, { body: term('Q', '2030-09-01', '2030-10-31') });
    expect([reply.status, reply.body.code]).toEqual([403, 'forbidden']);
  });

  test('IDN-11 dates outside the year and overlapping siblings are 422 naming the record', async () => {
    await districtAdmin.call(createTerm, { body: term('Quarter 1', '2030-09-01', '2030-11-15') });
    const outside = await districtAdmin.send(createTerm, { body: term('X', '2030-08-01', '2030-08-20') });
    expect(outside.body.errors[0].detail).toContain('2030 (2030-09-01 to 2031-06-15)');
    const clash = await districtAdmin.send(createTerm, { body: term('Y', '2030-11-15', '2030-12-20') });
    expect([clash.status, clash.body.errors[0].code]).toEqual([422, 'overlap']);
    expect(clash.body.errors[0].detail).toContain('Quarter 1');
    const other = await districtAdmin.send(createTerm, {
      body: { ...term('Grading period', '2030-09-10', '2030-10-01'), kind: 'grading_period' },
    });
    expect(other.status).toBe(201);
  });

  test('IDN-11 siblings of different schools may overlap, and two at once cannot slip past each other', async () => {
    const dates = ['2031-02-01', '2031-03-20'] as const;
    const replies = await Promise.all(
      [school.id, otherSchool.id, school.id].map((id) =>
        districtAdmin.send(createTerm, { body: { ...term(`Own ${id}`, ...dates), school_ids: [id] } }),
      ),
    );
    expect(replies.map((reply) => reply.status).sort()).toEqual([201, 201, 422]);
  });

  test('IDN-42 a school admin manages terms of the own school, not those of the district', async () => {
    const own = { ...term('Own', '2031-04-01', '2031-05-01'), school_ids: [school.id] };
    const made = await admin.call(createTerm, { body: own });
    expect(made.can).toEqual({ update: true, delete: true });
    const foreign = { ...own, school_ids: [otherSchool.id] };
    expect((await admin.send(createTerm, { body: foreign })).status).toBe(403);
    expect((await admin.send(createTerm, { body: { ...own, school_ids: [] } })).status).toBe(403);
    await admin.call(deleteTerm, { params: { id: made.id } });
    expect((await admin.send(getTerm, { params: { id: made.id } })).status).toBe(404);
  });

  test('IDN-04 a term of another school than the selected one is 422 school_mismatch', async () => {
    const body = { ...term('Z', '2031-05-10', '2031-06-01'), school_ids: [otherSchool.id] };
    const reply = await districtAdmin.send(createTerm, { body }, { 'x-school-id': school.id });
    expect([reply.status, reply.body.code]).toEqual([422, 'school_mismatch']);
  });

  test("IDN-13 lists show the active year unless another is named, and a student sees only own schools' terms", async () => {
    expect((await districtAdmin.call(listTerms, { query: {} })).data).toEqual([]);
    await build(world.platform, (tx) =>
      tx.updateTable('academic_years').set({ state: 'active' }).where('id', '=', academic_year_id).execute(),
    );
    const all = await districtAdmin.call(listTerms, { query: {} });
    expect(all.data.length).toBeGreaterThan(2);
    const seen = await student.call(listTerms, { query: { academic_year_id } });
    expect(seen.data.length).toBeGreaterThan(0);
    expect(seen.data.filter((row) => row.school_ids.includes(otherSchool.id))).toEqual([]);
  });

  test('IDN-120 a foreign and a random id get 404, also for changes', async () => {
    const [first] = (await districtAdmin.call(listTerms, { query: { academic_year_id } })).data;
    for (const id of [first!.id, newId()]) {
      const body = { name: 'Mine', lock_version: 0 };
      expect((await otherTenantAdmin.send(updateTerm, { params: { id }, body })).status).toBe(404);
    }
  });

  test('IDN-15 terms of a closed year cannot be added, changed or removed: 423', async () => {
    const closed = await districtAdmin.call(createAcademicYear, {
      body: { name: '2028', starts_on: '2028-09-01', ends_on: '2029-06-15' },
    });
    const body = { ...term('Old', '2028-09-01', '2028-10-01'), academic_year_id: closed.id };
    const made = await districtAdmin.call(createTerm, { body });
    await build(world.platform, (tx) =>
      tx.updateTable('academic_years').set({ state: 'closed' }).where('id', '=', closed.id).execute(),
    );
    const params = { id: made.id };
    const replies = [
      await districtAdmin.send(createTerm, { body }),
      await districtAdmin.send(updateTerm, { params, body: { name: 'New', lock_version: 0 } }),
      await districtAdmin.send(deleteTerm, { params }),
    ];
    expect(replies.map((reply) => reply.status)).toEqual([423, 423, 423]);
  });
});
