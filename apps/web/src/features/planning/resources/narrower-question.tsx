'use client';
import type { NarrowerResource } from '@k12/contracts/planning/resource-attachments';
import { Button } from '@k12/ui/button';
import { Dialog } from '@k12/ui/dialog';
import { useTranslations } from 'next-intl';

interface Props {
  asked: { title: string; needs: NarrowerResource };
  onAnswer: (sharing: 'widen' | 'by_target' | null) => void;
}

/** More people see the plan than may open what is attached: open it to them all, or through this plan only. */
export function NarrowerQuestion({ asked: { title, needs }, onAnswer }: Props) {
  const t = useTranslations('planning-resources.attach');
  const tv = useTranslations('planning-resources.visibility');
  return (
    <Dialog
      open
      urgent
      title={t('narrowerTitle', { title })}
      description={t('narrowerText', { now: tv(needs.visibility) })}
      onOpenChange={(open) => !open && onAnswer(null)}
      footer={
        <>
          <Button onClick={() => onAnswer('by_target')}>{t('byPlan')}</Button>
          <Button variant="primary" onClick={() => onAnswer('widen')}>
            {t('widen', { to: tv(needs.needed) })}
          </Button>
        </>
      }
    />
  );
}
