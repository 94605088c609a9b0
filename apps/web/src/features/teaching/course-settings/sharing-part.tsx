'use client';
import { SelectField } from '@k12/ui/select-field';
import { Switch } from '@k12/ui/switch';
import { useTranslations } from 'next-intl';
import { Part, type PartProps } from './settings-part.tsx';

const switches = ['shows_statistics', 'students_may_reply', 'guardians_see_content'] as const;

/** When grades are shown, and what else students and guardians see (TCH-80). */
export function SharingPart({ shown: { settings }, disabled, save }: PartProps) {
  const t = useTranslations('teaching-settings');
  return (
    <Part title={t('sharing')}>
      <div className="grid gap-4 tablet:grid-cols-2">
        <SelectField
          label={t('posting')}
          disabled={disabled}
          value={settings.posting}
          onValueChange={(next) => save({ posting: next as 'automatic' })}
          options={(['automatic', 'manual'] as const).map((value) => ({
            value,
            label: t(`postings.${value}`),
          }))}
        />
        <SelectField
          label={t('beforeAvailable')}
          disabled={disabled}
          value={settings.before_available}
          onValueChange={(next) => save({ before_available: next as 'nothing' })}
          options={(['title_and_date', 'nothing'] as const).map((value) => ({
            value,
            label: t(`befores.${value}`),
          }))}
        />
      </div>
      <div className="grid gap-2">
        {switches.map((key) => (
          <Switch
            key={key}
            label={t(`switches.${key}`)}
            checked={settings[key]}
            disabled={disabled}
            onCheckedChange={(isOn) => save({ [key]: isOn })}
          />
        ))}
      </div>
    </Part>
  );
}
