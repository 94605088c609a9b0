import { newId } from '@k12/db';
import { aCourse } from './a-course.ts';
import type { ASchool } from './a-school.ts';
import { nextNumber, type TestPerson } from './people.ts';
import { insert, now, type RecordBuilder, someone } from './record-tools.ts';
import { anAssignment, enroll } from './records.teaching.ts';

/** Work of a student that was handed in once, in a course of the owner. */
async function aSubmission(world: ASchool, owner: TestPerson) {
  const { course_id, section_id } = await aCourse(world, owner);
  const student_id = await someone(world, 'student');
  await enroll(world, section_id, student_id);
  const assignment_id = await anAssignment(world, course_id);
  const ids = { id: newId(), student_id, assignment_id, course_id };
  const code = `TEST-${newId().slice(-12)}-${nextNumber()}`.toUpperCase();
  const file_id = await aFile(world, owner);
  const at = { created_at: now(world), updated_at: now(world) };
  await insert(world, 'submissions', { ...ids, attempts_count: 1, ...at });
  await insert(world, 'submission_attempts', {
    ...{ id: newId(), submission_id: ids.id, number: 1, receipt_code: code, submitted_by: student_id },
    ...{ official_at: now(world), received_at: now(world) },
    files: JSON.stringify([
      { file_id, name: 'a.txt', size_bytes: 1, content_type: 'text/plain', sha256: '' },
    ]),
  });
  return { ...ids, code, file_id };
}

async function aFile(world: ASchool, owner: TestPerson): Promise<string> {
  const id = newId();
  await insert(world, 'files', {
    ...{ id, purpose: 'submission', name: 'a.txt', content_type: 'text/plain', size_bytes: 1 },
    ...{ sha256: Buffer.alloc(32), storage_key: `${world.tenant.id}/submission/${id}` },
    ...{ uploaded_by: owner.id, created_at: now(world) },
  });
  return id;
}

const upload: RecordBuilder = async (world, owner) => {
  const id = newId();
  const { course_id } = await aCourse(world, owner);
  await insert(world, 'work_uploads', {
    ...{ id, assignment_id: await anAssignment(world, course_id), uploaded_by: owner.id },
    ...{ name: 'a.pdf', content_type: 'application/pdf', size_bytes: 10 },
    ...{ began_at: now(world), touched_at: now(world) },
  });
  return { id };
};

const student: RecordBuilder = async (world) => ({ id: await someone(world, 'student') });

/** What students hand in and read; part of `recordBuilders`. */
export const submissionRecords: Readonly<Record<string, RecordBuilder>> = {
  '/submissions/{id}': async (world, owner) => ({ id: (await aSubmission(world, owner)).id }),
  '/submissions/{id}/files/{file_id}': async (world, owner) => {
    const { id, file_id } = await aSubmission(world, owner);
    return { id, file_id };
  },
  '/receipts/{code}': async (world, owner) => ({ code: (await aSubmission(world, owner)).code }),
  '/work_uploads/{id}': upload,
  '/students/{id}': student,
  '/students/{id}/courses/{course_id}': async (world, owner) => {
    const { student_id, course_id } = await aSubmission(world, owner);
    return { id: student_id, course_id };
  },
  '/students/{id}/assignments/{assignment_id}': async (world, owner) => {
    const { student_id, assignment_id } = await aSubmission(world, owner);
    return { id: student_id, assignment_id };
  },
  '/students/{id}/assignments/{assignment_id}/attachments/{attachment_id}': async (world, owner) => {
    const { student_id, assignment_id } = await aSubmission(world, owner);
    const [attachment_id, resource_id] = [newId(), newId()];
    const at = { created_at: now(world), updated_at: now(world) };
    await insert(world, 'resources', {
      ...{ id: resource_id, title: 'Link', kind: 'link', url: 'https://example.test/', owner_id: owner.id },
      ...at,
    });
    await insert(world, 'resource_attachments', {
      ...{ id: attachment_id, resource_id, target_type: 'assignment', target_id: assignment_id },
      ...{ audience: 'student', position: 0, created_at: now(world) },
    });
    return { id: student_id, assignment_id, attachment_id };
  },
};
