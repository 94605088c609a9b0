import type { Transaction } from '@k12/db';
import { sql } from 'kysely';
import type { Candidate } from './outcomes.rules.ts';

interface CandidateRow extends Omit<Candidate, 'name'> {
  given_name: string;
  family_name: string;
  preferred_name: string | null;
}

interface Place {
  section_id: string;
  school_id: string;
  role: string;
  today: string;
}

/** People of the school whom one of the names means; people of other schools are not there. */
export async function listCandidates(
  tx: Transaction,
  names: readonly string[],
  place: Place,
): Promise<CandidateRow[]> {
  const { rows } = await sql<CandidateRow>`
    select ${candidate(place)}
    from users person
    ${joined(place)}
    where person.tenant_id = app.current_tenant() and person.kind = 'person' and person.state <> 'anonymized'
      and (person.email_normalized = any(${[...names]}::text[]) or person.username_normalized = any(${[...names]}::text[])
        or lower(person.student_number) = any(${[...names]}::text[]) or lower(person.external_id) = any(${[...names]}::text[]))`.execute(
    tx,
  );
  return rows;
}

/** The same people as they are now. */
export async function listPeople(
  tx: Transaction,
  ids: readonly string[],
  place: Place,
): Promise<CandidateRow[]> {
  const { rows } = await sql<CandidateRow>`
    select ${candidate(place)}
    from users person
    ${joined(place)}
    where person.tenant_id = app.current_tenant() and person.id = any(${[...ids]}::uuid[])`.execute(tx);
  return rows;
}

function candidate({ today }: Place) {
  return sql`person.id as user_id, person.given_name, person.family_name, person.preferred_name, person.email,
    person.username, person.student_number, person.external_id, person.state,
    member.state as enrolled_as, member.managed_by is not null as is_managed,
    array(
      select role.key from role_assignments held
      join roles role on role.tenant_id = app.current_tenant() and role.id = held.role_id
      where held.tenant_id = app.current_tenant() and held.user_id = person.id
        and (held.starts_on is null or held.starts_on <= ${today}::date)
        and (held.ends_on is null or held.ends_on >= ${today}::date)
    ) as roles`;
}

function joined({ section_id, school_id, role }: Place) {
  return sql`join memberships belongs on belongs.tenant_id = app.current_tenant() and belongs.user_id = person.id
      and belongs.school_id = ${school_id}::uuid
    left join enrollments member on member.tenant_id = app.current_tenant() and member.user_id = person.id
      and member.section_id = ${section_id}::uuid and member.role = ${role}`;
}

export interface NewPreview {
  id: string;
  section_id: string;
  role: 'student' | 'teacher' | 'co_teacher' | 'assistant';
  source: 'manual' | 'csv';
  people: object;
  created_by: string;
  created_at: string;
}

export async function createPreview(tx: Transaction, preview: NewPreview): Promise<void> {
  await tx
    .insertInto('enrollment_previews')
    .values({ ...preview, people: JSON.stringify(preview.people) })
    .execute();
}

export function selectOptionalPreview(tx: Transaction, id: string) {
  return tx.selectFrom('enrollment_previews').selectAll().where('id', '=', id).executeTakeFirst();
}

export type PreviewRow = NonNullable<Awaited<ReturnType<typeof selectOptionalPreview>>>;

/** Locked, so that two who apply at once apply once. */
export function lockOptionalPreview(tx: Transaction, id: string) {
  return tx.selectFrom('enrollment_previews').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

export async function markApplied(tx: Transaction, id: string): Promise<void> {
  await tx.updateTable('enrollment_previews').set({ state: 'applied' }).where('id', '=', id).execute();
}
