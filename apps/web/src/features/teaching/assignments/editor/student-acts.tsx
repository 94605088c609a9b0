'use client';
import type { Assignment } from '@k12/contracts/teaching/assignments';
import { Button } from '@k12/ui/button';
import { Menu, MenuItem, MenuSeparator } from '@k12/ui/menu';
import { UsersRound } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';

const AttemptsDialog = dynamic(() => import('./attempts-dialog.tsx').then((module) => module.AttemptsDialog));
const RevisionDialog = dynamic(() => import('./revision-dialog.tsx').then((module) => module.RevisionDialog));
const OnBehalfDialog = dynamic(() =>
  import('./on-behalf-dialog.tsx').then((module) => module.OnBehalfDialog),
);
const ReceiptDialog = dynamic(() => import('./receipt-dialog.tsx').then((module) => module.ReceiptDialog));

const acts = { attempts: AttemptsDialog, revision: RevisionDialog, onBehalf: OnBehalfDialog } as const;
type Act = keyof typeof acts;

/** What is done for single students once work is out (TCH-54, TCH-56, TCH-63). */
export function StudentActs({ courseId, assignment }: { courseId: string; assignment: Assignment }) {
  const t = useTranslations('teaching-assignments.acts');
  const [act, setAct] = useState<Act | 'receipt' | null>(null);
  const close = () => setAct(null);
  const Dialog = act && act !== 'receipt' ? acts[act] : null;
  return (
    <>
      <Menu trigger={<Button icon={<UsersRound aria-hidden />}>{t('title')}</Button>}>
        <MenuItem onPress={() => setAct('attempts')}>{t('attempts')}</MenuItem>
        <MenuItem onPress={() => setAct('revision')}>{t('revision')}</MenuItem>
        <MenuItem onPress={() => setAct('onBehalf')}>{t('onBehalf')}</MenuItem>
        <MenuSeparator />
        <MenuItem onPress={() => setAct('receipt')}>{t('receipt')}</MenuItem>
      </Menu>
      {Dialog && <Dialog courseId={courseId} assignment={assignment} onClose={close} />}
      {act === 'receipt' && <ReceiptDialog onClose={close} />}
    </>
  );
}
