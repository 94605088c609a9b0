'use client';
import type { UnitPlan } from '@k12/contracts/planning/plans';
import { type PlanPreview, withdrawUnit } from '@k12/contracts/planning/transitions';
import { Button } from '@k12/ui/button';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useChange } from '@/lib/api/hooks.ts';
import { loaded, nothingYet } from '@/lib/loaded-part.tsx';
import { shownIn } from '../publishing/use-steps.ts';
import { useUnpublish } from '../publishing/use-unpublish.ts';
import { ReasonDialog } from './reason-dialog.tsx';

const PublishDialog = dynamic(
  loaded(() => import('../publishing/publish-dialog.tsx').then((module) => module.PublishDialog)),
  { loading: nothingYet },
);

interface Props {
  id: string;
  unit: UnitPlan | undefined;
  preview: PlanPreview;
}

/** The steps that the state and the rights allow; what is missing keeps the main one closed. */
export function PreviewActions({ id, unit, preview }: Props) {
  const t = useTranslations('planning-preview');
  const [asks, setAsks] = useState(false);
  const [isPublishing, setPublishing] = useState(false);
  const { busy, take } = useSteps(id, preview.draft.title);
  const { can, state } = preview;
  const isBlocked = preview.warnings.some((warning) => warning.blocks);
  const withdraws = can.withdraw && (state === 'submitted' || state === 'approved');
  return (
    <>
      {can.unpublish && (
        <Button loading={busy === 'unpublish'} onClick={() => void take('unpublish')}>
          {t('unpublish')}
        </Button>
      )}
      {withdraws && (
        <Button
          loading={busy === 'withdraw'}
          onClick={() => (state === 'approved' ? setAsks(true) : void take('withdraw'))}
        >
          {t('withdraw')}
        </Button>
      )}
      {unit && (can.publish || can.submit) && (
        <Button variant="primary" disabled={isBlocked} onClick={() => setPublishing(true)}>
          {t(can.publish ? 'publish' : state === 'submitted' ? 'submitAgain' : 'submit')}
        </Button>
      )}
      {unit && isPublishing && (
        <PublishDialog unit={unit} preview={preview} onClose={() => setPublishing(false)} />
      )}
      {asks && (
        <ReasonDialog
          title={t('withdraw')}
          text={t('withdrawText')}
          label={t('reason')}
          confirm={t('withdraw')}
          onClose={() => setAsks(false)}
          onConfirm={(reason) => take('withdraw', reason)}
        />
      )}
    </>
  );
}

type Step = 'unpublish' | 'withdraw';

function useSteps(id: string, title: string) {
  const t = useTranslations('planning-preview');
  const attempt = useAttempt();
  const [busy, setBusy] = useState<Step | null>(null);
  const unpublish = useUnpublish({ id, title });
  const withdraw = useChange(withdrawUnit, shownIn);
  const steps: Record<Step, (reason?: string) => Promise<unknown>> = {
    unpublish,
    withdraw: (reason) =>
      attempt(() => withdraw({ params: { id }, body: { reason: reason ?? null } }), {
        done: t('done.withdraw'),
      }),
  };
  const take = async (step: Step, reason?: string) => {
    setBusy(step);
    await steps[step](reason);
    setBusy(null);
  };
  return { busy, take };
}
