'use client';
import { getGradebook } from '@k12/contracts/teaching/gradebook';
import { type PostingResult, postGrades } from '@k12/contracts/teaching/posting';
import { Button } from '@k12/ui/button';
import { Dialog } from '@k12/ui/dialog';
import { FormErrorSummary } from '@k12/ui/form-error-summary';
import { useToast } from '@k12/ui/toast';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { callApi } from '@/lib/api/browser.ts';
import type { DialogProps } from './sheet-dialogs.tsx';

/** Says how many grades students will see, and then shows them (TCH-81). */
export function PostDialog({ columns, store, onClose }: DialogProps & { columns: string[] }) {
  const t = useTranslations('teaching-gradebook');
  const toast = useToast();
  const [preview, setPreview] = useState<PostingResult | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => {
    post(columns, true).then(setPreview, () => setFailed(true));
  }, [columns]);
  const apply = async () => {
    setBusy(true);
    try {
      const result = await post(columns, false);
      store.load(await callApi(getGradebook, { params: { id: store.book.course.id }, query: {} }), 'own');
      toast.show({ message: t('posting.done', { count: result.changed_count }) });
      onClose();
    } catch {
      setFailed(true);
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="small"
      title={t('posting.title')}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button
            variant="primary"
            loading={isBusy || (!preview && !hasFailed)}
            disabled={preview?.changed_count === 0}
            onClick={apply}
          >
            {t('posting.apply')}
          </Button>
        </>
      }
    >
      {hasFailed && <FormErrorSummary title={t('failed')} errors={[]} />}
      {preview && (
        <p className="text-body">
          {preview.changed_count === 0
            ? t('posting.nothing')
            : t('posting.preview', { count: preview.changed_count, people: preview.notified_count })}
        </p>
      )}
    </Dialog>
  );
}

async function post(columns: readonly string[], dry_run: boolean): Promise<PostingResult> {
  const sum = { changed_count: 0, notified_count: 0, hidden_count: 0, seen_count: 0 };
  for (const id of columns) {
    const reply = await callApi(postGrades, { params: { id }, body: { target: 'graded', dry_run } });
    for (const key of Object.keys(sum) as (keyof PostingResult)[]) sum[key] += reply[key];
  }
  return sum;
}
