'use client';
import {
  createStudentNote,
  deleteStudentNote,
  type StudentNote,
  type StudentPanel,
  updateStudentNote,
} from '@k12/contracts/teaching/student-panel';
import { Button } from '@k12/ui/button';
import { TextArea } from '@k12/ui/text-area';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useChange } from '@/lib/api/hooks.ts';
import { useDates } from '@/lib/dates.ts';

interface Props {
  courseId: string;
  studentId: string;
  panel: StudentPanel;
}

/** What the staff of the course tells each other; hidden on a projector, never shown to families (TCH-106). */
export function StudentNotes({ courseId, studentId, panel }: Props) {
  const t = useTranslations('teaching-panel');
  const attempt = useAttempt();
  const create = useChange(createStudentNote, ['student_panel.']);
  const [body, setBody] = useState('');
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const request = { params: { id: courseId, student_id: studentId }, body: { body } };
    if (await attempt(() => create(request))) setBody('');
  };
  if (panel.notes.length === 0 && !panel.can.note) return null;
  return (
    <section aria-labelledby="panel-notes" data-private>
      <h3 id="panel-notes" className="font-semibold text-large">
        {t('notes')}
      </h3>
      <p className="mb-2 text-ink-3 text-small">{t('notesText')}</p>
      <ul className="mb-3 grid gap-3">
        {panel.notes.map((note) => (
          <Note key={note.id} note={note} />
        ))}
      </ul>
      {panel.can.note && (
        <form onSubmit={send} className="grid gap-2">
          <TextArea
            label={t('newNote')}
            value={body}
            maxLength={5_000}
            onChange={(event) => setBody(event.target.value)}
          />
          <div>
            <Button type="submit" disabled={body.trim() === ''}>
              {t('addNote')}
            </Button>
          </div>
        </form>
      )}
    </section>
  );
}

function Note({ note }: { note: StudentNote }) {
  const t = useTranslations('teaching-panel');
  const common = useTranslations('common');
  const dates = useDates();
  const attempt = useAttempt();
  const update = useChange(updateStudentNote, ['student_panel.']);
  const remove = useChange(deleteStudentNote, ['student_panel.']);
  const [draft, setDraft] = useState<string | null>(null);
  const save = async () => {
    const body = { body: draft ?? '', lock_version: note.lock_version };
    if (await attempt(() => update({ params: { id: note.id }, body }))) setDraft(null);
  };
  return (
    <li className="rounded-control border border-line px-3 py-2">
      <p className="text-ink-3 text-mini">
        <bdi>{note.author.name}</bdi> · {dates.instant(note.created_at)}
      </p>
      {draft === null ? (
        <p dir="auto" className="whitespace-pre-wrap [overflow-wrap:anywhere]">
          {note.body}
        </p>
      ) : (
        <TextArea
          hideLabel
          label={t('notes')}
          value={draft}
          onChange={(event) => setDraft(event.target.value)}
        />
      )}
      {note.can.update && (
        <p className="mt-1 flex gap-2">
          {draft === null ? (
            <Button size="small" variant="quiet" onClick={() => setDraft(note.body)}>
              {common('edit')}
            </Button>
          ) : (
            <Button size="small" disabled={draft.trim() === ''} onClick={() => void save()}>
              {common('save')}
            </Button>
          )}
          <Button
            size="small"
            variant="quiet"
            onClick={() => void attempt(() => remove({ params: { id: note.id } }))}
          >
            {t('removeNote')}
          </Button>
        </p>
      )}
    </li>
  );
}
