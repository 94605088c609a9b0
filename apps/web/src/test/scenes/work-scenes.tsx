import type { MySubmission, WorkFile } from '@k12/contracts/teaching/submissions';
import { useState } from 'react';
import { FilesPart } from '@/features/learn/assignment/files-part.tsx';
import { useUploads } from '@/features/learn/assignment/use-uploads.ts';

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
