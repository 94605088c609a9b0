'use client';
import {
  type GradedWork,
  type GradingFrame,
  liftAnonymity,
  takeRubricVersion,
} from '@k12/contracts/teaching/grading';
import { Button } from '@k12/ui/button';
import { Dialog, DialogClose } from '@k12/ui/dialog';
import { SelectField } from '@k12/ui/select-field';
import { TextField } from '@k12/ui/text-field';
import { Download, Eye } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAddress } from '@/lib/address.ts';
import { useAttempt } from '@/lib/api/attempt.ts';
import { callApi } from '@/lib/api/browser.ts';
import { loaded, nothingYet } from '@/lib/loaded-part.tsx';
import { gradingOrders } from './grading-view.ts';
import type { Order } from './use-order.ts';

const PostingDialog = dynamic(
  loaded(() => import('./posting-menu.tsx').then((module) => module.PostingDialog)),
  { loading: nothingYet },
);
const FamilyView = dynamic(
  loaded(() => import('./family-view.tsx').then((module) => module.FamilyView)),
  { loading: nothingYet },
);
const AttemptsDialog = dynamic(
  loaded(() => import('./give-back-dialogs.tsx').then((module) => module.AttemptsDialog)),
  { loading: nothingYet },
);
const DownloadWork = dynamic(
  loaded(() => import('../work-archive/download-work.tsx').then((module) => module.DownloadWork)),
  { loading: nothingYet },
);
const JumpDialog = dynamic(
  loaded(() => import('./jump-dialog.tsx').then((module) => module.JumpDialog)),
  { loading: nothingYet },
);

interface Props {
  work: GradedWork;
  frame: GradingFrame;
  order: Order;
  posting: boolean;
  jumping: boolean;
  onPosting: (open: boolean) => void;
  onJumping: (open: boolean) => void;
  onChanged: () => unknown;
  onReload: () => unknown;
}

/** What is needed now and then: order, posting, what the family sees, names. */
export function GradingTools(props: Props) {
  const { work, frame, order, posting, jumping, onPosting, onJumping, onChanged, onReload } = props;
  const t = useTranslations('teaching-grading');
  const { read, write } = useAddress();
  const [family, setFamily] = useState(false);
  const [packing, setPacking] = useState(false);
  const [allowing, setAllowing] = useState(false);
  const { attempts_allowed } = frame.assignment;
  const refresh = () => {
    void onChanged();
    void onReload();
  };
  return (
    <section aria-label={t('more')} className="grid gap-3 px-4 py-4">
      <SelectField
        label={t('order')}
        value={read('order') || 'name'}
        onValueChange={(value) => write({ order: value })}
        options={gradingOrders
          .filter((value) => !frame.assignment.is_anonymous || value !== 'name')
          .map((value) => ({ value, label: t(`orders.${value}`) }))}
      />
      {work.rubric && frame.can.grade && (
        <SelectField
          label={t('gradeBy')}
          value={read('criterion')}
          onValueChange={(value) =>
            write({ criterion: value || null, order: value ? 'ungraded_first' : null })
          }
          options={[
            { value: '', label: t('wholeWork') },
            ...work.rubric.criteria.map(({ id, title }) => ({ value: id, label: title })),
          ]}
        />
      )}
      <div className="flex flex-wrap gap-2">
        <Button size="small" onClick={() => onJumping(true)}>
          {t('jump')}
        </Button>
        <Button size="small" onClick={() => order.nextUngraded().catch(() => undefined)}>
          {t('nextUngraded')}
        </Button>
        {frame.can.post && (
          <Button size="small" onClick={() => onPosting(true)}>
            {t('postOrHide')}
          </Button>
        )}
        {!frame.assignment.is_anonymous && (
          <Button size="small" icon={<Eye aria-hidden />} onClick={() => setFamily(true)}>
            {t('familyView')}
          </Button>
        )}
        <Button size="small" icon={<Download aria-hidden />} onClick={() => setPacking(true)}>
          {t('downloadAll')}
        </Button>
        {frame.can.grade && attempts_allowed !== null && work.attempts.length > 0 && (
          <Button size="small" onClick={() => setAllowing(true)}>
            {t('allowMore')}
          </Button>
        )}
        {frame.can.lift_anonymity && <ShowNames frame={frame} onDone={refresh} />}
        {work.newer_rubric_id && <NewerRubric work={work} onDone={refresh} />}
      </div>
      {posting && (
        <PostingDialog
          frame={frame}
          studentId={order.current}
          open
          onClose={() => onPosting(false)}
          onDone={refresh}
        />
      )}
      {jumping && (
        <JumpDialog
          assignmentId={frame.assignment.id}
          onClose={() => onJumping(false)}
          onOpen={(id) => order.open(id)}
        />
      )}
      {allowing && (
        <AttemptsDialog {...{ work, frame }} onDone={onReload} onClose={() => setAllowing(false)} />
      )}
      {packing && (
        <DownloadWork works={[{ assignment_id: frame.assignment.id }]} onClose={() => setPacking(false)} />
      )}
      {family && <FamilyView work={work} frame={frame} onClose={() => setFamily(false)} />}
    </section>
  );
}

function ShowNames({ frame, onDone }: { frame: GradingFrame; onDone: () => void }) {
  const t = useTranslations('teaching-grading');
  const run = useAttempt();
  const [reason, setReason] = useState('');
  const lift = async () => {
    const request = { params: { id: frame.assignment.id }, body: { reason } };
    // Addresses and order held aliases: with names everything is another.
    if (await run(() => callApi(liftAnonymity, request))) window.location.reload();
    else onDone();
  };
  return (
    <Dialog
      trigger={<Button size="small">{t('showNames')}</Button>}
      title={t('showNames')}
      description={t('showNamesText')}
      footer={
        <>
          <DialogClose>
            <Button>{t('cancel')}</Button>
          </DialogClose>
          <Button variant="primary" disabled={reason.trim().length < 3} onClick={lift}>
            {t('showNames')}
          </Button>
        </>
      }
    >
      <div className="pb-4">
        <TextField label={t('reason')} value={reason} onChange={(event) => setReason(event.target.value)} />
      </div>
    </Dialog>
  );
}

function NewerRubric({ work, onDone }: { work: GradedWork; onDone: () => void }) {
  const t = useTranslations('teaching-grading');
  const run = useAttempt();
  const rubric_id = work.newer_rubric_id ?? '';
  const request = { params: { id: work.assignment_id }, body: { rubric_id } };
  return (
    <Button
      size="small"
      onClick={async () => {
        await run(() => callApi(takeRubricVersion, request), { done: t('newRubricTaken') });
        onDone();
      }}
    >
      {t('newRubric')}
    </Button>
  );
}
