'use client';
import type { GradingFrame } from '@k12/contracts/teaching/grading';
import {
  hideGrades,
  type PostingResult,
  type PostingTarget,
  postGrades,
} from '@k12/contracts/teaching/posting';
import { Button } from '@k12/ui/button';
import { Dialog, DialogClose } from '@k12/ui/dialog';
import { RadioGroup } from '@k12/ui/radio-group';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { callApi } from '@/lib/api/browser.ts';

interface Props {
  frame: GradingFrame;
  studentId: string;
  open: boolean;
  onClose: () => void;
  onDone: () => void;
}

type Whom = 'graded' | 'everyone' | 'selection';

/** Shows how many it is about before anything is shown to anybody (TCH-81). */
export function PostingDialog({ frame, studentId, open, onClose, onDone }: Props) {
  const t = useTranslations('teaching-grading');
  const run = useAttempt();
  const [act, setAct] = useState<'post' | 'hide'>('post');
  const [whom, setWhom] = useState<Whom>('graded');
  const [preview, setPreview] = useState<PostingResult | null>(null);
  const { id } = frame.assignment;
  useEffect(() => {
    if (!open) return;
    let isCurrent = true;
    setPreview(null);
    callApi(act === 'post' ? postGrades : hideGrades, {
      params: { id },
      body: { ...bodyOf(whom, studentId), dry_run: true },
    }).then(
      (found) => isCurrent && setPreview(found),
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [open, act, whom, id, studentId]);
  const go = async () => {
    const isDone = await run(
      () =>
        callApi(act === 'post' ? postGrades : hideGrades, {
          params: { id },
          body: bodyOf(whom, studentId),
        }),
      { done: t(`posting.done.${act}`, { count: preview?.changed_count ?? 0 }) },
    );
    if (!isDone) return;
    onDone();
    onClose();
  };
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => !next && onClose()}
      title={t('posting.title')}
      footer={
        <>
          <DialogClose>
            <Button>{t('cancel')}</Button>
          </DialogClose>
          <Button variant="primary" onClick={go} disabled={!preview?.changed_count}>
            {t(`posting.${act}`)}
          </Button>
        </>
      }
    >
      <div className="grid gap-5 pb-4">
        <RadioGroup
          label={t('posting.act')}
          value={act}
          onValueChange={(value) => setAct(value as 'post' | 'hide')}
          options={(['post', 'hide'] as const).map((value) => ({ value, label: t(`posting.${value}`) }))}
        />
        <RadioGroup
          label={t('posting.whom')}
          value={whom}
          onValueChange={(value) => setWhom(value as Whom)}
          options={(['graded', 'everyone', 'selection'] as const).map((value) => ({
            value,
            label: t(`posting.to.${value}`),
          }))}
        />
        <p role="status" className="text-body text-ink-2">
          {preview ? t(`posting.preview.${act}`, { ...preview }) : t('posting.counting')}
        </p>
      </div>
    </Dialog>
  );
}

function bodyOf(whom: Whom, studentId: string): PostingTarget {
  return whom === 'selection' ? { target: whom, student_ids: [studentId] } : { target: whom };
}
