import type { LearnerItem } from '@k12/contracts/teaching/learning';
import type { MySubmission, WorkFile } from '@k12/contracts/teaching/submissions';
import { List } from '@k12/ui/list-row';
import { useState } from 'react';
import { FilesPart } from '@/features/learn/assignment/files-part.tsx';
import { LinksPart } from '@/features/learn/assignment/links-part.tsx';
import { useUploads } from '@/features/learn/assignment/use-uploads.ts';
import { WorkRow } from '@/features/learn/work-row.tsx';
import { DeleteDialog } from '@/features/teaching/assignments/delete-dialog.tsx';

const mine: MySubmission = {
  ...{ assignment_id: '01900000-0000-7000-8000-0000000000e1', id: null, state: 'not_started', attempts: [] },
  draft: { version: 0, body: null, files: [], links: [], edited_at: null, edited_by: null },
  ...{ attempts_left: null, available_from_at: null, due_at: null, available_until_at: null },
  ...{ time_zone: 'UTC', submission_types: ['file'], allowed_file_types: [], max_files: 2 },
  ...{ max_file_bytes: 1_000, group: null, revision: null, blocked_by: null },
  can: { edit: true, submit: true, take_back: false },
};

/** The place for files of a piece of work that takes two. */
export function FilesScene() {
  const [files, setFiles] = useState<WorkFile[]>([]);
  const uploads = useUploads('tenant:student', mine.assignment_id, (file) =>
    setFiles((all) => [...all, file]),
  );
  return (
    <main>
      <h1>Files</h1>
      <FilesPart files={files} uploads={uploads} mine={mine} disabled={false} onRemove={() => {}} />
    </main>
  );
}

/** The place for web addresses of a piece of work, and the button that comes after it. */
export function AddressesScene() {
  const [links, setLinks] = useState<string[]>([]);
  return (
    <main>
      <h1>Links</h1>
      <LinksPart links={links} disabled={false} onChange={setLinks} />
      <button type="button">Hand in</button>
    </main>
  );
}

/** Two assignments about to be deleted, one of them with work. */
export function DeleteScene() {
  const assignment = (title: string, submitted_count: number) =>
    ({ id: mine.assignment_id, title, submitted_count, graded_count: 0 }) as never;
  const chosen = [assignment('Leaf lab', 3), assignment('Plan', 0)];
  return <DeleteDialog chosen={chosen} onClose={() => {}} onDelete={() => {}} />;
}

const graded: LearnerItem = {
  ...{ assignment_id: mine.assignment_id, course_id: mine.assignment_id, course_name: 'Biology' },
  ...{ course_color: null, title: 'Leaf lab', kind: 'lab', category_name: null, due_at: null },
  ...{ available_from_at: null, available_until_at: null, time_zone: 'UTC', is_extended: false },
  ...{ estimated_minutes: null, points_possible: '20', grading_type: 'points', status: 'graded' },
  ...{ is_late: false, submitted_at: null, entry: '17', entered_score: '17', deduction: null, score: '17' },
  ...{ posted_at: '2026-11-16T12:00:00Z', is_by_policy: false, is_extra_credit: false },
  counts_toward_total: true,
};

/** Graded work as a student sees it in a list: in time, late, and filled in because nothing came. */
export function GradedRowsScene() {
  return (
    <main>
      <h1>Grades</h1>
      <List label="Biology">
        <WorkRow item={graded} suffix="" />
        <WorkRow item={{ ...graded, title: 'Pulse lab', is_late: true }} suffix="" />
        <WorkRow item={{ ...graded, title: 'Model', score: '0', is_by_policy: true }} suffix="" />
      </List>
    </main>
  );
}
