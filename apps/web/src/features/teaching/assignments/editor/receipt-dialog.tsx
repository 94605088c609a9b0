'use client';
import { ApiProblem } from '@k12/contracts/client';
import { getReceipt } from '@k12/contracts/teaching/submission-actions';
import type { Receipt } from '@k12/contracts/teaching/submissions';
import { Button } from '@k12/ui/button';
import { Dialog } from '@k12/ui/dialog';
import { TextField } from '@k12/ui/text-field';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useMoments } from '@/features/learn/use-moments.ts';
import { useAttempt } from '@/lib/api/attempt.ts';
import { callApi } from '@/lib/api/browser.ts';
import { paths } from '@/lib/paths.ts';
import { AppLink } from '@/shell/app-link.tsx';

/** What was handed in under the code a student shows (TCH-54). */
export function ReceiptDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('teaching-assignments.acts');
  const attempt = useAttempt();
  const [code, setCode] = useState('');
  const [found, setFound] = useState<Receipt | 'none' | null>(null);
  const look = () =>
    attempt(async () => {
      try {
        setFound(await callApi(getReceipt, { params: { code: code.trim() } }));
      } catch (error) {
        if (!(error instanceof ApiProblem) || error.problem.status !== 404) throw error;
        setFound('none');
      }
    });
  return (
    <Dialog open size="small" title={t('receipt')} onOpenChange={(open) => !open && onClose()}>
      <form
        className="flex items-end gap-3 pb-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (code.trim()) void look();
        }}
      >
        <div className="flex-1">
          <TextField
            label={t('code')}
            value={code}
            maxLength={40}
            dir="ltr"
            autoComplete="off"
            error={found === 'none' ? t('noReceipt') : undefined}
            onChange={(event) => {
              setCode(event.target.value);
              setFound(null);
            }}
          />
        </div>
        <Button type="submit" variant="primary">
          {t('look')}
        </Button>
      </form>
      {found && found !== 'none' && <Found receipt={found} />}
    </Dialog>
  );
}

function Found({ receipt }: { receipt: Receipt }) {
  const t = useTranslations('teaching-assignments.acts');
  const moments = useMoments(receipt.time_zone);
  const { student, group_name, assignment_title, course_id, assignment_id, files, word_count } = receipt;
  return (
    <section aria-label={receipt.code} className="grid gap-1 pb-4">
      <p className="font-semibold">
        <bdi>{group_name ?? student?.name ?? t('nameless')}</bdi>
      </p>
      <p className="text-small">
        {student ? (
          <AppLink href={paths.gradeWork(course_id, assignment_id, student.id)} className="underline">
            <bdi>{assignment_title}</bdi>
          </AppLink>
        ) : (
          <bdi>{assignment_title}</bdi>
        )}
        {' · '}
        {moments.full(receipt.official_at)}
        {receipt.is_withdrawn && ` · ${t('withdrawn')}`}
      </p>
      <ul className="text-ink-2 text-small">
        {word_count > 0 && <li>{t('words', { count: word_count })}</li>}
        {files.map((file) => (
          <li key={file.file_id}>
            <bdi>{file.name}</bdi> <code className="text-mini text-ink-3">{file.sha256.slice(0, 12)}</code>
          </li>
        ))}
      </ul>
    </section>
  );
}
