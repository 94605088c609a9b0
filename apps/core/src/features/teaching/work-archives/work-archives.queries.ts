import type { Transaction } from '@k12/db';
import { sql } from 'kysely';

export type ArchiveRow = NonNullable<Awaited<ReturnType<typeof selectOptionalArchive>>>;

export function selectOptionalArchive(tx: Transaction, id: string) {
  return tx.selectFrom('work_archives').selectAll().where('id', '=', id).executeTakeFirst();
}

export interface NewArchive {
  id: string;
  assignment_id: string;
  requested_by: string;
  section_ids: string[] | null;
  student_ids: string[] | null;
  name_pattern: string;
  is_anonymous: boolean;
  created_at: string;
  expires_at: string;
}

export function createArchive(tx: Transaction, row: NewArchive): Promise<ArchiveRow> {
  return tx.insertInto('work_archives').values(row).returningAll().executeTakeFirstOrThrow();
}

interface ArchiveOutcome {
  state: 'running' | 'ready' | 'failed';
  storage_key?: string;
  file_name?: string;
  size_bytes?: number;
  files_count?: number;
  reason?: string;
  finished_at?: string;
}

export async function updateArchive(tx: Transaction, id: string, outcome: ArchiveOutcome): Promise<void> {
  await tx.updateTable('work_archives').set(outcome).where('id', '=', id).execute();
}

export interface ArchivedWork {
  student_id: string;
  given_name: string;
  family_name: string;
  preferred_name: string | null;
  submission_id: string;
  number: number;
  official_at: string;
  late_seconds: number;
  body: object | null;
  links: string[];
  files: { file_id: string; name: string; size_bytes: number; sha256: string }[];
}

/** The newest standing attempt of each, some students at a time, by id. */
export async function listArchivedWork(
  tx: Transaction,
  archive: Pick<ArchiveRow, 'assignment_id' | 'section_ids' | 'student_ids'>,
  after: string | null,
  most: number,
): Promise<ArchivedWork[]> {
  const { assignment_id, section_ids, student_ids } = archive;
  const { rows } = await sql<ArchivedWork>`
    select w.student_id, u.given_name, u.family_name, u.preferred_name, w.submission_id, t.number, t.official_at,
      w.late_seconds, t.body, t.links, t.files
    from student_work w
    join users u on u.tenant_id = w.tenant_id and u.id = w.student_id
    join lateral (
      select * from submission_attempts s where s.tenant_id = w.tenant_id and s.submission_id = w.submission_id
        and s.withdrawn_at is null order by s.number desc limit 1) t on true
    where w.tenant_id = app.current_tenant() and w.assignment_id = ${assignment_id} and w.is_assigned
      and (${section_ids}::uuid[] is null or w.section_id = any(${section_ids}::uuid[]))
      and (${student_ids}::uuid[] is null or w.student_id = any(${student_ids}::uuid[]))
      and (${after}::uuid is null or w.student_id > ${after}::uuid)
    order by w.student_id limit ${most}`.execute(tx);
  return rows;
}

export function listStudentIds(tx: Transaction, assignmentId: string) {
  return tx
    .selectFrom('student_work')
    .select('student_id')
    .where('assignment_id', '=', assignmentId)
    .where('is_assigned', '=', true)
    .execute();
}
