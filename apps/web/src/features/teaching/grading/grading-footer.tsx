'use client';
import type { GradedWork, GradingFrame } from '@k12/contracts/teaching/grading';
import { actOnWork } from '@k12/contracts/teaching/inbox';
import { Button } from '@k12/ui/button';
import { Dialog, DialogClose } from '@k12/ui/dialog';
import { TextArea } from '@k12/ui/text-area';
import { ArrowRight } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { callApi } from '@/lib/api/browser.ts';
import type { Order } from './use-order.ts';
import type { SaveState } from './use-save-queue.ts';
import type { WorkSaves } from './use-work-saves.ts';

interface Props {
  work: GradedWork;
  frame: GradingFrame;
  order: Order;
  saves: WorkSaves;
}

export function GradingFooter({ work, frame, order, saves }: Props) {
  const t = useTranslations('teaching-grading');
  return (
    <footer className="sticky bottom-14 z-10 flex flex-wrap items-center gap-2 border-t border-line bg-canvas px-4 py-3 tablet:bottom-0 laptop:static">
      <Saved state={saves.state} />
      {frame.can.grade && work.attempts.length > 0 && <Revision work={work} saves={saves} />}
      <Button
        variant="primary"
        iconEnd={<ArrowRight aria-hidden className="rtl:-scale-x-100" />}
        disabled={!order.next}
        onClick={() => order.open(order.next)}
      >
        {t('nextShort')}
      </Button>
    </footer>
  );
}

function Saved({ state }: { state: SaveState }) {
  const t = useTranslations('teaching-grading');
  const format = useFormatter();
  const words =
    state.kind === 'saved'
      ? t('saved', { time: format.dateTime(state.at, { hour: 'numeric', minute: '2-digit' }) })
      : state.kind === 'idle'
        ? ''
        : t(state.kind);
  return (
    <p
      role="status"
      className={`me-auto text-small ${state.kind === 'failed' ? 'font-semibold text-bad' : 'text-ink-3'}`}
    >
      {words}
    </p>
  );
}

function Revision({ work, saves }: { work: GradedWork; saves: WorkSaves }) {
  const t = useTranslations('teaching-grading');
  const run = useAttempt();
  const [open, setOpen] = useState(false);
  const [note, setNote] = useState('');
  const ask = async () => {
    const { assignment_id, student } = work;
    const items = [{ assignment_id, student_id: student.student_id }];
    const isDone = await run(
      async () => {
        await callApi(actOnWork, { body: { action: 'request_revision', note, items } });
        await saves.reload();
      },
      { done: t('revisionAsked') },
    );
    if (isDone) setOpen(false);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={<Button>{t('askRevision')}</Button>}
      title={t('askRevision')}
      description={t('revisionText')}
      footer={
        <>
          <DialogClose>
            <Button>{t('cancel')}</Button>
          </DialogClose>
          <Button variant="primary" disabled={!note.trim()} onClick={ask}>
            {t('askRevision')}
          </Button>
        </>
      }
    >
      <div className="pb-4">
        <TextArea label={t('revisionNote')} value={note} onChange={(event) => setNote(event.target.value)} />
      </div>
    </Dialog>
  );
}
