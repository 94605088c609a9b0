'use client';
import { NumberField } from '@k12/ui/number-field';
import { Switch } from '@k12/ui/switch';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Part, type PartProps } from './settings-part.tsx';

const usual = { score_percent: 0, after_hours: 24 };

/** The score that missing work gets by itself (TCH-42). */
export function MissingPart({ shown: { settings }, disabled, save }: PartProps) {
  const t = useTranslations('teaching-settings');
  const kept = settings.missing_policy;
  const [policy, setPolicy] = useState(kept);
  useEffect(() => setPolicy(kept), [kept]);
  const keep = () => {
    if (policy && JSON.stringify(policy) !== JSON.stringify(kept)) save({ missing_policy: policy });
  };
  return (
    <Part title={t('missing')} about={t('missingAbout')}>
      <Switch
        label={t('missingFilled')}
        checked={kept !== null}
        disabled={disabled}
        onCheckedChange={(isOn) => save({ missing_policy: isOn ? usual : null })}
      />
      {policy && (
        <div className="grid gap-4 tablet:grid-cols-2">
          <NumberField
            label={t('missingScore')}
            unit="%"
            min={0}
            max={100}
            disabled={disabled}
            value={policy.score_percent}
            onValueChange={(next) => setPolicy({ ...policy, score_percent: next ?? 0 })}
            onBlur={keep}
          />
          <NumberField
            label={t('missingAfter')}
            min={0}
            max={8760}
            disabled={disabled}
            value={policy.after_hours}
            onValueChange={(next) => setPolicy({ ...policy, after_hours: next ?? 0 })}
            onBlur={keep}
          />
        </div>
      )}
    </Part>
  );
}
