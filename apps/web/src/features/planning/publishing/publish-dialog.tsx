'use client';
import type { UnitPlan } from '@k12/contracts/planning/plans';
import type { PlanPreview } from '@k12/contracts/planning/transitions';
import { Button } from '@k12/ui/button';
import { Dialog } from '@k12/ui/dialog';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { PublishFacts } from './publish-facts.tsx';
import { useSteps } from './use-steps.ts';

interface Props {
  unit: UnitPlan;
  preview: PlanPreview;
  onClose: () => void;
}

/** Says before it happens what publishing or handing in does: which version, for whom, and whose approval it needs. */
export function PublishDialog({ unit, preview, onClose }: Props) {
  const t = useTranslations('planning-publish');
  const tc = useTranslations('common');
  const [busy, setBusy] = useState<'publish' | 'submit' | null>(null);
  const main = useRef<HTMLButtonElement>(null);
  const steps = useSteps(unit, preview);
  const { can, approval, next_version_number: number } = preview;
  const take = async (step: 'publish' | 'submit') => {
    setBusy(step);
    const isDone = await steps[step]();
    setBusy(null);
    if (isDone) onClose();
  };
  const asksFirst = approval.required && can.submit;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={
        preview.state === 'approved'
          ? t('title.approved')
          : t(`title.${can.publish ? 'publish' : 'submit'}`, { number })
      }
      initialFocus={main}
      footer={
        <>
          <Button onClick={onClose}>{tc('cancel')}</Button>
          {asksFirst && (
            <Button
              ref={can.publish ? undefined : main}
              variant={can.publish ? 'secondary' : 'primary'}
              loading={busy === 'submit'}
              onClick={() => void take('submit')}
            >
              {t('submit')}
            </Button>
          )}
          {can.publish && (
            <Button
              ref={main}
              variant="primary"
              loading={busy === 'publish'}
              onClick={() => void take('publish')}
            >
              {t('publish')}
            </Button>
          )}
        </>
      }
    >
      <PublishFacts unit={unit} preview={preview} />
    </Dialog>
  );
}
