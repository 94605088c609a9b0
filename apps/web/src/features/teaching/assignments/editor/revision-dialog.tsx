'use client';
import { actOnWork } from '@k12/contracts/teaching/inbox';
import { TextArea } from '@k12/ui/text-area';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useChange } from '@/lib/api/hooks.ts';
import { useJoined } from '@/lib/joined.ts';
import { MomentField } from '../../dates/moment-field.tsx';
import { ActDialog } from './act-dialog.tsx';
import { type ActProps, ChooseStudents, useStudents } from './choose-students.tsx';

/** Gives work back with what to improve, and until when (TCH-56). */
export function RevisionDialog({ courseId, assignment, onClose }: ActProps) {
  const t = useTranslations('teaching-assignments.acts');
  const joined = useJoined();
  const attempt = useAttempt();
  const act = useChange(actOnWork, ['assignments.', 'submissions.', 'gradebook.']);
  const students = useStudents(courseId);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [note, setNote] = useState('');
  const [due, setDue] = useState<string | null>(null);
  const [refused, setRefused] = useState<readonly string[]>([]);
  const send = () =>
    attempt(async () => {
      const items = [...chosen].map((student_id) => ({ assignment_id: assignment.id, student_id }));
      const body = {
        action: 'request_revision' as const,
        items,
        note: note.trim(),
        ...(due && { due_at: due }),
      };
      const { results } = await act({ body });
      const left = results.filter(({ status }) => status === 'refused').map(({ student_id }) => student_id);
      setRefused(left);
      setChosen(new Set(left));
      if (left.length === 0) onClose();
    });
  return (
    <ActDialog
      title={t('revision')}
      about={t('revisionText')}
      act={t('ask')}
      isReady={chosen.size > 0 && note.trim() !== ''}
      onAct={() => void send()}
      onClose={onClose}
    >
      <TextArea
        label={t('note')}
        maxLength={2000}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <div className="grid max-w-60 gap-1">
        <span aria-hidden className="text-small">
          {t('newDue')}
        </span>
        <MomentField
          label={t('newDue')}
          kind="due"
          timeZone={assignment.time_zone}
          value={due}
          onChange={setDue}
        />
      </div>
      {refused.length > 0 && (
        <p role="alert" className="rounded-card bg-warn-tint p-3 text-small">
          {t('notHandedIn', {
            names: joined(students.filter(({ id }) => refused.includes(id)).map(({ name }) => name)),
          })}
        </p>
      )}
      <ChooseStudents courseId={courseId} chosen={chosen} onChange={setChosen} />
    </ActDialog>
  );
}
