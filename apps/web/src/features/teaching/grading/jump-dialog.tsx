'use client';
import { listInbox } from '@k12/contracts/teaching/inbox';
import { Dialog } from '@k12/ui/dialog';
import { TextField } from '@k12/ui/text-field';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useApi } from '@/lib/api/hooks.ts';

interface Props {
  assignmentId: string;
  onClose: () => void;
  onOpen: (id: string) => void;
}

/** To a student by name; among thousands the server looks. */
export function JumpDialog({ assignmentId, onClose, onOpen }: Props) {
  const t = useTranslations('teaching-grading');
  const [q, setQ] = useState('');
  const query = {
    assignment_id: assignmentId,
    sort: 'name' as const,
    limit: 12,
    ...(q.trim() && { q: q.trim() }),
  };
  const { data } = useApi(listInbox, { query });
  const rows = data?.data ?? [];
  const open = (id: string | undefined) => {
    if (!id) return;
    onOpen(id);
    onClose();
  };
  return (
    <Dialog open onOpenChange={(next) => !next && onClose()} title={t('jump')}>
      <div className="grid gap-3 pb-4">
        <TextField
          label={t('studentName')}
          value={q}
          onChange={(event) => setQ(event.target.value)}
          onKeyDown={(event) => event.key === 'Enter' && open(rows[0]?.student_id)}
        />
        <ul className="grid" aria-label={t('students')}>
          {rows.map((row, at) => (
            <li key={row.student_id}>
              <button
                type="button"
                onClick={() => open(row.student_id)}
                className="flex min-h-control w-full items-center justify-between gap-3 rounded-control px-2 text-start hover:bg-sunken"
              >
                <bdi>{row.student_name ?? t('studentNumber', { number: at + 1 })}</bdi>
                <span className="text-small text-ink-3">
                  {t(`workStates.${row.grade_state === 'none' ? row.submission_state : row.grade_state}`)}
                </span>
              </button>
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  );
}
