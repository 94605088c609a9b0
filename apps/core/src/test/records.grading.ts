import { newId } from '@k12/db';
import { aCourse } from './a-course.ts';
import type { ASchool } from './a-school.ts';
import type { TestPerson } from './people.ts';
import { insert, now, type RecordBuilder, simple, someone } from './record-tools.ts';
import { planningRecords } from './records.planning.ts';
import { anAssignment, enroll } from './records.teaching.ts';

const criterion = () => ({
  id: newId(),
  title: 'Evidence',
  description: '',
  points: '4',
  standard_id: null,
  ratings: [
    { id: newId(), label: 'Secure', description: '', points: '4' },
    { id: newId(), label: 'Beginning', description: '', points: '1' },
  ],
});

const rubric: RecordBuilder = simple('rubrics', (world, owner) => ({
  scope: 'mine',
  owner_id: owner.id,
  title: 'Lab report',
  state: 'published',
  rubric_key: newId(),
  criteria: JSON.stringify([criterion()]),
  created_at: now(world),
  updated_at: now(world),
}));

/** One student's work in a course that its owner teaches, with an attempt of words. */
async function someWork(world: ASchool, owner: TestPerson) {
  const { course_id, section_id } = await aCourse(world, owner);
  const student_id = await someone(world, 'student');
  await enroll(world, section_id, student_id);
  const assignment_id = await anAssignment(world, course_id);
  return { course_id, assignment_id, student_id };
}

const work: RecordBuilder = async (world, owner) => {
  const { assignment_id, student_id } = await someWork(world, owner);
  return { id: assignment_id, student_id };
};

const comment: RecordBuilder = simple('feedback_comments', async (world, owner) => ({
  ...(await someWork(world, owner)),
  author_id: owner.id,
  body: 'Name the law.',
  created_at: now(world),
  updated_at: now(world),
}));

const annotation: RecordBuilder = simple('annotations', async (world, owner) => ({
  ...(await someWork(world, owner)),
  attempt: 1,
  kind: 'highlight',
  place: JSON.stringify({ quote: 'light', nth: 0 }),
  author_id: owner.id,
  created_at: now(world),
  updated_at: now(world),
}));

const phrase: RecordBuilder = simple('comment_bank_entries', (world, owner) => ({
  owner_id: owner.id,
  body: 'Well argued, {first_name}.',
  created_at: now(world),
  updated_at: now(world),
}));

async function aFile(world: ASchool, owner: TestPerson): Promise<string> {
  const id = newId();
  await insert(world, 'files', {
    id,
    purpose: 'submission',
    name: 'report.txt',
    content_type: 'text/plain',
    size_bytes: 1,
    sha256: Buffer.alloc(32),
    storage_key: `${world.tenant.id}/submission/${id}`,
    uploaded_by: owner.id,
    created_at: now(world),
  });
  return id;
}

/** One student's standard in a course that its owner teaches, with what somebody saw of it. */
const mastery: RecordBuilder = async (world, owner) => {
  const { course_id: id, student_id } = await someWork(world, owner);
  const standard = await planningRecords['/standards/{id}']?.(world, owner);
  const place = { student_id, standard_id: standard?.id ?? '' };
  const observation_id = newId();
  await insert(world, 'mastery_evidence', {
    ...{ id: observation_id, course_id: id, ...place, source: 'observation', value: '3' },
    ...{ observed_at: now(world), created_at: now(world) },
  });
  return { id, ...place, observation_id };
};

const archive: RecordBuilder = simple('work_archives', async (world, owner) => {
  const { assignment_id } = await someWork(world, owner);
  const expires_at = new Date(world.clock.now().getTime() + 86_400_000).toISOString();
  return {
    ...{ assignment_id, requested_by: owner.id, name_pattern: '{student}', expires_at },
    created_at: now(world),
  };
});

/** What teachers judge with and say about work; part of `recordBuilders`. */
export const gradingRecords: Readonly<Record<string, RecordBuilder>> = {
  '/rubrics/{id}': rubric,
  '/assignments/{id}/work/{student_id}': work,
  '/assignments/{id}/work/{student_id}/files/{file_id}': async (world, owner) => ({
    ...(await work(world, owner)),
    file_id: await aFile(world, owner),
  }),
  '/courses/{id}/mastery/{student_id}': mastery,
  '/courses/{id}/mastery/{student_id}/{standard_id}': mastery,
  '/courses/{id}/mastery/{student_id}/{standard_id}/observations/{observation_id}': mastery,
  '/feedback_comments/{id}': comment,
  '/annotations/{id}': annotation,
  '/comment_bank/{id}': phrase,
  '/work_archives/{id}': archive,
};
