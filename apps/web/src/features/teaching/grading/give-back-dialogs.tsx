'use client';
import type { GradedWork, GradingFrame } from '@k12/contracts/teaching/grading';
import { actOnWork, type WorkAction } from '@k12/contracts/teaching/inbox';
import { Banner } from '@k12/ui/banner';
import { Button } from '@k12/ui/button';
import { Dialog, DialogClose } from '@k12/ui/dialog';
import { NumberField } from '@k12/ui/number-field';
import { TextArea } from '@k12/ui/text-area';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { callApi } from '@/lib/api/browser.ts';
import { MomentField } from '../dates/moment-field.tsx';

interface Props {
  work: GradedWork;
  frame: GradingFrame;
  onDone: () => unknown;
  onClose: () => void;
}

/** The work goes back with what to improve and, if wished, until when (TCH-56). */
export function RevisionDialog(props: Props) {
  const t = useTranslations('teaching-grading');
  const [note, setNote] = useState('');
  const [due, setDue] = useState<string | null>(null);
  const isPast = due !== null && Date.parse(due) <= Date.now();
  const wish = { action: 'request_revision', note: note.trim(), ...(due && { due_at: due }) } as const;
  return (
    <GiveBack
      {...props}
      wish={wish}
      words={{ title: t('askRevision'), about: t('revisionText'), done: t('revisionAsked') }}
      isReady={note.trim() !== '' && !isPast}
    >
      <TextArea
        label={t('revisionNote')}
        required
        maxLength={2_000}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <div className="grid max-w-60 gap-1.5">
        <span aria-hidden className="text-small font-medium text-ink-2">
          {t('revisionDue')}
        </span>
        <MomentField
          label={t('revisionDue')}
          kind="due"
          timeZone={props.frame.assignment.time_zone}
          value={due}
          invalid={isPast}
          onChange={setDue}
        />
        {isPast && (
          <p role="alert" className="text-small text-bad">
            {t('refusals.in_the_past')}
          </p>
        )}
      </div>
    </GiveBack>
  );
}

/** Once more, or oftener, than the assignment says (TCH-56). */
export function AttemptsDialog(props: Props) {
  const t = useTranslations('teaching-grading');
  const [attempts, setAttempts] = useState<number | null>(1);
  const allowed = props.frame.assignment.attempts_allowed ?? 0;
  return (
    <GiveBack
      {...props}
      wish={{ action: 'grant_attempts', attempts: attempts ?? 1 }}
      words={{
        title: t('allowMore'),
        about: t('allowMoreText', { allowed, made: props.work.attempts.length }),
        done: t('moreAllowed', { count: attempts ?? 1 }),
      }}
      isReady={attempts !== null}
    >
      <div className="max-w-40">
        <NumberField
          label={t('moreAttempts')}
          min={1}
          max={20}
          value={attempts}
          onValueChange={setAttempts}
        />
      </div>
    </GiveBack>
  );
}

interface GiveBackProps extends Props {
  wish: Omit<WorkAction, 'items'>;
  words: { title: string; about: string; done: string };
  isReady: boolean;
  children: ReactNode;
}

/** Stays open with what was typed when it is refused. */
function GiveBack({ work, wish, words, isReady, onDone, onClose, children }: GiveBackProps) {
  const t = useTranslations('teaching-grading');
  const attempt = useAttempt();
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isSending, setSending] = useState(false);
  const send = async () => {
    setSending(true);
    await attempt(async () => {
      const items = [{ assignment_id: work.assignment_id, student_id: work.student.student_id }];
      const { results } = await callApi(actOnWork, { body: { ...wish, items } });
      setRefusal(results.find(({ status }) => status === 'refused')?.code ?? null);
      if (results.some(({ status }) => status === 'refused')) return;
      await onDone();
      onClose();
    });
    setSending(false);
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={words.title}
      description={words.about}
      footer={
        <>
          <DialogClose>
            <Button>{t('cancel')}</Button>
          </DialogClose>
          <Button variant="primary" loading={isSending} disabled={!isReady} onClick={() => void send()}>
            {words.title}
          </Button>
        </>
      }
    >
      <div className="grid gap-4 pb-4">
        {refusal && (
          <Banner tone="bad" live>
            {t(t.has(`refusals.${refusal}`) ? `refusals.${refusal}` : 'refusals.other')}
          </Banner>
        )}
        {children}
      </div>
    </Dialog>
  );
}
