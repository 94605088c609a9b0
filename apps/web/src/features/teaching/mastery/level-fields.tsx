'use client';
import type { ProficiencyScale } from '@k12/contracts/teaching/proficiency-scales';
import { NumberField } from '@k12/ui/number-field';
import { Switch } from '@k12/ui/switch';
import { TextField } from '@k12/ui/text-field';
import { useTranslations } from 'next-intl';

interface Props {
  scale: ProficiencyScale;
  onChange: (scale: ProficiencyScale) => void;
}

/** What the levels of a school are called, and from which score each is reached, where scores count at all (TCH-127). */
export function LevelFields({ scale, onChange }: Props) {
  const t = useTranslations('teaching-mastery.scale');
  const { levels, conversion } = scale;
  const rename = (at: number, label: string) =>
    onChange({
      ...scale,
      levels: levels.map((level, place) => (place === at ? { ...level, label } : level)),
    });
  const reach = (value: string, from: number | null) =>
    onChange({
      ...scale,
      conversion: (conversion ?? []).map((step) =>
        step.value === value ? { ...step, from_percent: String(from ?? 0) } : step,
      ),
    });
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-1.5 text-small font-medium text-ink-2">{t('levels')}</legend>
      <ol className="grid gap-2">
        {levels.map(({ value, label }, at) => {
          const step = conversion?.find((one) => one.value === value);
          return (
            <li key={value} className="flex flex-wrap items-end gap-2">
              <div className="min-w-40 flex-1">
                <TextField
                  label={t('levelName', { number: at + 1 })}
                  maxLength={40}
                  value={label}
                  onChange={(event) => rename(at, event.target.value)}
                />
              </div>
              {step && (
                <NumberField
                  label={t('fromPercent', { number: at + 1 })}
                  className="w-32"
                  unit="%"
                  hideSteppers
                  min={0}
                  max={100}
                  step={0.5}
                  value={Number(step.from_percent)}
                  onValueChange={(from) => reach(value, from)}
                />
              )}
            </li>
          );
        })}
      </ol>
      <Switch
        label={t('convert')}
        hint={t('convertHint')}
        checked={conversion !== null}
        onCheckedChange={(on) => onChange({ ...scale, conversion: on ? evenSteps(levels) : null })}
      />
    </fieldset>
  );
}

/** To begin with: the lowest from zero, the others in equal steps above half of the points. */
function evenSteps(levels: ProficiencyScale['levels']): NonNullable<ProficiencyScale['conversion']> {
  const step = 50 / Math.max(1, levels.length - 1);
  return levels.map(({ value }, at) => ({
    from_percent: String(at === 0 ? 0 : Math.round(50 + (at - 1) * step)),
    value,
  }));
}
