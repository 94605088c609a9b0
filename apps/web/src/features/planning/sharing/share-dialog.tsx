'use client';
import type { UnitPlan } from '@k12/contracts/planning/plans';
import { Dialog } from '@k12/ui/dialog';
import { Tabs } from '@k12/ui/tabs';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { OfferCopy } from './offer-copy.tsx';
import { type SharedKind, SharedWith } from './shared-with.tsx';
import { WhoReads } from './who-reads.tsx';

interface Props {
  kind: SharedKind;
  plan: { id: string; title: string };
  /** Units are also offered as copies, and say who reads them without being named. */
  unit?: UnitPlan;
  onClose: () => void;
}

/** Whom one works on a plan with, who reads it, and who may take a copy (PLN-18, PLN-142). Saved as it is chosen. */
export function ShareDialog({ kind, plan, unit, onClose }: Props) {
  const t = useTranslations('planning-sharing');
  const [shown, show] = useState('together');
  const together = (
    <div className="grid gap-5">
      <SharedWith kind={kind} planId={plan.id} />
      {unit && <WhoReads unit={unit} />}
    </div>
  );
  return (
    <Dialog open title={t('title', { title: plan.title })} onOpenChange={(open) => !open && onClose()}>
      <div className="pb-4">
        {unit ? (
          <Tabs
            look="boxed"
            label={t('ways')}
            value={shown}
            onValueChange={show}
            items={[
              { value: 'together', label: t('together'), content: together },
              { value: 'copy', label: t('copy'), content: <OfferCopy unitId={unit.id} /> },
            ]}
          />
        ) : (
          together
        )}
      </div>
    </Dialog>
  );
}
