'use client';
import { type Assignment, clearLabels } from '@k12/contracts/teaching/assignments';
import { revertChangeSet } from '@k12/contracts/teaching/totals';
import { Button } from '@k12/ui/button';
import { Menu, MenuItem, MenuSeparator } from '@k12/ui/menu';
import { useToast } from '@k12/ui/toast';
import { UsersRound } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useChange } from '@/lib/api/hooks.ts';
import { loaded, nothingYet } from '@/lib/loaded-part.tsx';

const AttemptsDialog = dynamic(
  loaded(() => import('./attempts-dialog.tsx').then((module) => module.AttemptsDialog)),
  { loading: nothingYet },
);
const RevisionDialog = dynamic(
  loaded(() => import('./revision-dialog.tsx').then((module) => module.RevisionDialog)),
  { loading: nothingYet },
);
const OnBehalfDialog = dynamic(
  loaded(() => import('./on-behalf-dialog.tsx').then((module) => module.OnBehalfDialog)),
  { loading: nothingYet },
);
const ReceiptDialog = dynamic(
  loaded(() => import('./receipt-dialog.tsx').then((module) => module.ReceiptDialog)),
  { loading: nothingYet },
);

const acts = { attempts: AttemptsDialog, revision: RevisionDialog, onBehalf: OnBehalfDialog } as const;
type Act = keyof typeof acts;

/** What is done for single students once work is out (TCH-54, TCH-56, TCH-63). */
export function StudentActs({ courseId, assignment }: { courseId: string; assignment: Assignment }) {
  const t = useTranslations('teaching-assignments.acts');
  const [act, setAct] = useState<Act | 'receipt' | null>(null);
  const close = () => setAct(null);
  const clear = useClearLabels(assignment.id);
  const Dialog = act && act !== 'receipt' ? acts[act] : null;
  return (
    <>
      <Menu trigger={<Button icon={<UsersRound aria-hidden />}>{t('title')}</Button>}>
        <MenuItem onPress={() => setAct('attempts')}>{t('attempts')}</MenuItem>
        <MenuItem onPress={() => setAct('revision')}>{t('revision')}</MenuItem>
        <MenuItem onPress={() => setAct('onBehalf')}>{t('onBehalf')}</MenuItem>
        <MenuItem onPress={() => void clear()}>{t('clearLabels')}</MenuItem>
        <MenuSeparator />
        <MenuItem onPress={() => setAct('receipt')}>{t('receipt')}</MenuItem>
      </Menu>
      {Dialog && <Dialog courseId={courseId} assignment={assignment} onClose={close} />}
      {act === 'receipt' && <ReceiptDialog onClose={close} />}
    </>
  );
}

const views = ['assignments.', 'submissions.', 'gradebook.'];

/** Late and missing go from all work at once, and come back with one press (TCH-187, TCH-99). */
function useClearLabels(id: string) {
  const t = useTranslations('teaching-assignments.acts');
  const common = useTranslations('common');
  const attempt = useAttempt();
  const toast = useToast();
  const clear = useChange(clearLabels, views);
  const revert = useChange(revertChangeSet, views);
  return () =>
    attempt(async () => {
      const { cleared_count, change_set_id } = await clear({ params: { id }, body: {} });
      const undo = () => void attempt(() => revert({ params: { id: change_set_id ?? '' } }));
      toast.show({
        message: t('labelsCleared', { count: cleared_count }),
        ...(change_set_id && { action: { label: common('undo'), onPress: undo } }),
      });
    });
}
