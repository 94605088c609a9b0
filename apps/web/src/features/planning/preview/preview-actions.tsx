'use client';
import {
  type PlanPreview,
  publishUnit,
  submitUnit,
  unpublishUnit,
  withdrawUnit,
} from '@k12/contracts/planning/transitions';
import { Button } from '@k12/ui/button';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useChange } from '@/lib/api/hooks.ts';
import { ReasonDialog } from './reason-dialog.tsx';

const views = ['unit_plans.', 'lesson_plans.', 'approvals.'];

/** The steps that the state and the rights allow; what is missing keeps the main one closed. */
export function PreviewActions({ id, preview }: { id: string; preview: PlanPreview }) {
  const t = useTranslations('planning-preview');
  const [asks, setAsks] = useState(false);
  const { busy, take } = useSteps(id, preview);
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
      {can.submit && (preview.approval.required || !can.publish) && (
        <Button
          variant={can.publish ? 'secondary' : 'primary'}
          disabled={isBlocked}
          loading={busy === 'submit'}
          onClick={() => void take('submit')}
        >
          {t(state === 'submitted' ? 'submitAgain' : 'submit')}
        </Button>
      )}
      {can.publish && (
        <Button
          variant="primary"
          disabled={isBlocked}
          loading={busy === 'publish'}
          onClick={() => void take('publish')}
        >
          {t('publish')}
        </Button>
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

type Step = 'submit' | 'publish' | 'unpublish' | 'withdraw';

function useSteps(id: string, preview: PlanPreview) {
  const t = useTranslations('planning-preview');
  const attempt = useAttempt();
  const [busy, setBusy] = useState<Step | null>(null);
  const submit = useChange(submitUnit, views);
  const publish = useChange(publishUnit, views);
  const unpublish = useChange(unpublishUnit, views);
  const withdraw = useChange(withdrawUnit, views);
  const params = { id };
  // Naming the version that was looked at: when somebody has cut another since, nothing is published (PLN-51).
  const version_number = preview.has_unsaved_changes ? null : preview.next_version_number;
  const isApproved = preview.state === 'approved';
  const steps: Record<Step, (reason?: string) => Promise<unknown>> = {
    submit: () => submit({ params, body: {} }),
    publish: () => publish({ params, body: isApproved ? {} : { version_number } }),
    unpublish: () => unpublish({ params }),
    withdraw: (reason) => withdraw({ params, body: { reason: reason ?? null } }),
  };
  const take = async (step: Step, reason?: string) => {
    setBusy(step);
    await attempt(() => steps[step](reason), { done: t(`done.${step}`) });
    setBusy(null);
  };
  return { busy, take };
}
