'use client';
import { submitOnBehalf } from '@k12/contracts/teaching/submission-actions';
import { FileDrop } from '@k12/ui/file-drop';
import { SelectField } from '@k12/ui/select-field';
import { TextField } from '@k12/ui/text-field';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { sendFile } from '@/features/learn/assignment/send-file.ts';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useChange } from '@/lib/api/hooks.ts';
import { MomentField } from '../../dates/moment-field.tsx';
import { ActDialog } from './act-dialog.tsx';
import { type ActProps, useStudents } from './choose-students.tsx';

/** The server asks for a reason that says something. */
const shortestReason = 10;

/** A scan of paper or a photo, handed in for a student and marked as such, with the time it was given and why (TCH-63). */
export function OnBehalfDialog({ courseId, assignment, onClose }: ActProps) {
  const t = useTranslations('teaching-assignments.acts');
  const attempt = useAttempt();
  const submit = useChange(submitOnBehalf, ['assignments.', 'submissions.', 'gradebook.']);
  const students = useStudents(courseId);
  const [student, setStudent] = useState('');
  const [at, setAt] = useState<string | null>(() => new Date().toISOString());
  const [reason, setReason] = useState('');
  const [files, setFiles] = useState<readonly File[]>([]);
  const [problem, setProblem] = useState('');
  const send = async () => {
    setProblem('');
    const file_ids: string[] = [];
    for (const file of files) {
      const id = await sendScan(assignment.id, file);
      if (id === null) return setProblem(t('fileRefused', { name: file.name }));
      file_ids.push(id);
    }
    const said = { student_id: student, official_at: at ?? '', reason: reason.trim() };
    const body = { ...said, body: null, links: [], file_ids };
    const done = t('handedIn');
    if (await attempt(() => submit({ params: { id: assignment.id }, body }), { done })) onClose();
  };
  return (
    <ActDialog
      title={t('onBehalf')}
      about={t('onBehalfText')}
      act={t('handIn')}
      isReady={student !== '' && at !== null && reason.trim().length >= shortestReason && files.length > 0}
      onAct={() => void send()}
      onClose={onClose}
    >
      <SelectField
        label={t('student')}
        placeholder={t('chooseStudent')}
        value={student}
        onValueChange={setStudent}
        options={students.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <FileDrop
        label={t('scan')}
        error={problem || undefined}
        multiple
        camera
        onFiles={(added) => setFiles((now) => [...now, ...added])}
      />
      {files.length > 0 && (
        <ul className="text-small">
          {files.map((file) => (
            <li key={file.name}>
              <bdi>{file.name}</bdi>
            </li>
          ))}
        </ul>
      )}
      <div className="grid max-w-60 gap-1">
        <span aria-hidden className="text-small">
          {t('givenAt')}
        </span>
        <MomentField label={t('givenAt')} timeZone={assignment.time_zone} value={at} onChange={setAt} />
      </div>
      <TextField
        label={t('reason')}
        hint={t('reasonHint')}
        value={reason}
        maxLength={500}
        onChange={(event) => setReason(event.target.value)}
      />
    </ActDialog>
  );
}

/** Null when it did not arrive or was not taken. */
async function sendScan(assignment_id: string, file: File): Promise<string | null> {
  const end = await sendFile({
    ...{ assignment_id, file, upload_id: null, signal: new AbortController().signal },
    onBegun: async () => {},
    onProgress: () => {},
  });
  return end.kind === 'done' ? end.file.file_id : null;
}
