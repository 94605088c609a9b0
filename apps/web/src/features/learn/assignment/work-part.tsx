'use client';
import type { LearnerAssignment } from '@k12/contracts/teaching/learning';
import { type MySubmission, type Receipt, unsubmitMyWork } from '@k12/contracts/teaching/submissions';
import { Button } from '@k12/ui/button';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useChange } from '@/lib/api/hooks.ts';
import { ReceiptCard } from './receipt-card.tsx';
import { useWorkSaver } from './use-work-saver.ts';
import { WorkEditor } from './work-editor.tsx';

interface Props {
  work: LearnerAssignment;
  mine: MySubmission;
  refresh: () => void;
}

/** The student's side of the page: the editor while something can be handed in, the receipt after it was. */
export function WorkPart({ work, mine, refresh }: Props) {
  const t = useTranslations('learn');
  const [receipt, setReceipt] = useState<Receipt | null>(null);
  const [isAgain, setAgain] = useState(false);
  const canWrite = mine.can.submit && (mine.state !== 'submitted' || isAgain);
  if (receipt && !isAgain) {
    return (
      <div className="grid gap-4">
        <ReceiptCard receipt={receipt} isNew courseId={work.course_id} />
        <AfterHandIn mine={mine} refresh={refresh} onAgain={() => setAgain(true)} />
      </div>
    );
  }
  if (!canWrite) {
    return (
      <section aria-label={t('yourWork')} className="grid gap-3">
        {mine.blocked_by && mine.blocked_by !== 'nothing_to_submit' && (
          <p className="text-ink-2">{t(`blocked.${mine.blocked_by}`)}</p>
        )}
        <AfterHandIn mine={mine} refresh={refresh} onAgain={() => setAgain(true)} />
      </section>
    );
  }
  return (
    <OpenEditor
      key={`${mine.assignment_id}-${mine.attempts.length}`}
      work={work}
      mine={mine}
      onReceipt={(made) => {
        setAgain(false);
        setReceipt(made);
        refresh();
      }}
    />
  );
}

function OpenEditor({
  mine,
  work,
  onReceipt,
}: Omit<Props, 'refresh'> & { onReceipt: (receipt: Receipt) => void }) {
  const saver = useWorkSaver(mine.assignment_id, mine.draft);
  // What the device kept is looked at first; a field that fills itself afterwards would take words away.
  if (!saver) return <div aria-busy className="min-h-60 rounded-card border border-line bg-raised" />;
  return <WorkEditor saver={saver} mine={mine} work={work} onReceipt={onReceipt} />;
}

function AfterHandIn({
  mine,
  refresh,
  onAgain,
}: {
  mine: MySubmission;
  refresh: () => void;
  onAgain: () => void;
}) {
  const t = useTranslations('learn');
  const attempt = useAttempt();
  const takeBack = useChange(unsubmitMyWork, ['learner.', 'my_submission.']);
  if (mine.state !== 'submitted') return null;
  return (
    <div className="flex flex-wrap gap-3">
      {mine.can.submit && <Button onClick={onAgain}>{t('tryAgain')}</Button>}
      {mine.can.take_back && (
        <Button
          onClick={async () => {
            const request = { params: { id: mine.assignment_id } };
            if (await attempt(() => takeBack(request), { done: t('takenBack') })) refresh();
          }}
        >
          {t('takeBack')}
        </Button>
      )}
    </div>
  );
}
