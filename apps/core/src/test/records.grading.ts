import { newId } from '@k12/db';
import { now, type RecordBuilder, simple } from './record-tools.ts';

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

/** What teachers judge with and say about work; part of `recordBuilders`. */
export const gradingRecords: Readonly<Record<string, RecordBuilder>> = {
  '/rubrics/{id}': rubric,
};
