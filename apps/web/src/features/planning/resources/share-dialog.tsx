'use client';
import { ResourceVisibility } from '@k12/contracts/planning/resource-records';
import { Button } from '@k12/ui/button';
import { Dialog } from '@k12/ui/dialog';
import { RadioGroup } from '@k12/ui/radio-group';
import { useTranslations } from 'next-intl';
import { useState } from 'react';

interface Props {
  visibility: ResourceVisibility;
  onClose: () => void;
  onShare: (visibility: ResourceVisibility) => void;
}

/** For a team something is opened from the team’s own folder, so it is not offered here. */
const offered = ['private', 'school', 'tenant'] as const;

/** Who may open it (PLN-133). */
export function ShareDialog({ visibility, onClose, onShare }: Props) {
  const t = useTranslations('planning-resources');
  const tc = useTranslations('common');
  const [chosen, setChosen] = useState<string>(visibility);
  const settled = ResourceVisibility.options.find((one) => one === chosen) ?? visibility;
  return (
    <Dialog
      open
      size="small"
      title={t('shareTitle')}
      onOpenChange={(open) => !open && onClose()}
      footer={
        <>
          <Button onClick={onClose}>{tc('cancel')}</Button>
          <Button variant="primary" onClick={() => onShare(settled)}>
            {tc('save')}
          </Button>
        </>
      }
    >
      <div className="pb-2">
        <RadioGroup
          label={t('columns.visibility')}
          hideLabel
          value={chosen}
          onValueChange={setChosen}
          options={offered.map((value) => ({
            value,
            label: t(`visibility.${value}`),
            hint: t(`visibilityHint.${value}`),
          }))}
        />
      </div>
    </Dialog>
  );
}
