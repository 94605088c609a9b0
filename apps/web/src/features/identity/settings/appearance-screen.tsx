'use client';
import type { Preferences } from '@k12/contracts/identity/preferences';
import { Banner } from '@k12/ui/banner';
import { Section } from '@k12/ui/card';
import { RadioGroup } from '@k12/ui/radio-group';
import { Switch } from '@k12/ui/switch';
import { useTranslations } from 'next-intl';
import { RegionBody } from '@/shell/region.tsx';
import { SavedState } from './saved-state.tsx';
import { SettingsFrame } from './settings-frame.tsx';
import { useAppearance } from './use-appearance.ts';

/** Every choice takes effect and is saved at once; there is no button to forget (UXP-33). */
export function AppearanceScreen() {
  const t = useTranslations('settings.appearance');
  const { preferences, change, failed, savedAt } = useAppearance();
  return (
    <SettingsFrame current="appearance">
      {failed && (
        <Banner live tone="bad">
          {t('failed')}
        </Banner>
      )}
      <RegionBody reply={preferences}>
        {(value) => (
          <div className="grid gap-8">
            <LookChoices value={value} onChange={change} />
            <ReadingChoices value={value.reading} onChange={(reading) => change({ reading })} />
            <SavedState at={savedAt} />
          </div>
        )}
      </RegionBody>
    </SettingsFrame>
  );
}

interface LookProps {
  value: Preferences;
  onChange: (changes: Partial<Omit<Preferences, 'reading'>>) => void;
}

function LookChoices({ value, onChange }: LookProps) {
  const t = useTranslations('settings.appearance');
  return (
    <Section title={t('look')}>
      <div className="grid gap-6">
        <Choice
          part="theme"
          value={value.theme}
          of={['system', 'light', 'dark']}
          onChange={(theme) => onChange({ theme })}
        />
        <Choice
          part="contrast"
          value={value.contrast}
          of={['normal', 'high']}
          onChange={(contrast) => onChange({ contrast })}
        />
        <Choice
          part="density"
          value={value.density}
          of={['comfortable', 'compact']}
          onChange={(density) => onChange({ density })}
        />
        <Choice
          part="motion"
          value={value.motion}
          of={['system', 'reduced']}
          onChange={(motion) => onChange({ motion })}
        />
        <Switch
          label={t('shortcuts')}
          hint={t('shortcutsHint')}
          checked={value.single_key_shortcuts}
          onCheckedChange={(single_key_shortcuts) => onChange({ single_key_shortcuts })}
        />
      </div>
    </Section>
  );
}

interface ReadingProps {
  value: Preferences['reading'];
  onChange: (changes: Partial<Preferences['reading']>) => void;
}

/** Letters, words and lines move apart together; steps of the preference that the styles know. */
const spacings = { normal: 0, wide: 2, wider: 4 } as const;
type Spacing = keyof typeof spacings;

function ReadingChoices({ value, onChange }: ReadingProps) {
  const t = useTranslations('settings.appearance');
  const spacing: Spacing =
    value.letter_spacing === 0 ? 'normal' : value.letter_spacing > 2 ? 'wider' : 'wide';
  const space = (chosen: Spacing) => {
    const step = spacings[chosen];
    onChange({ letter_spacing: step, word_spacing: step, line_spacing: step });
  };
  return (
    <Section title={t('reading')} note={t('readingNote')}>
      <div className="grid gap-6">
        <p className="reading rounded-card border border-line p-5">{t('sample')}</p>
        <Choice
          part="font"
          value={value.font}
          of={['default', 'hyperlegible', 'opendyslexic']}
          onChange={(font) => onChange({ font })}
        />
        <Choice part="spacing" value={spacing} of={['normal', 'wide', 'wider']} onChange={space} />
        <Choice
          part="measure"
          value={value.measure}
          of={['narrow', 'normal', 'wide']}
          onChange={(measure) => onChange({ measure })}
        />
        <Choice
          part="tint"
          value={value.tint}
          of={['none', 'cream', 'rose', 'blue', 'green']}
          onChange={(tint) => onChange({ tint })}
        />
      </div>
    </Section>
  );
}

interface ChoiceProps<T extends string> {
  /** Key of its words. */
  part: string;
  value: string;
  of: readonly T[];
  onChange: (value: T) => void;
}

function Choice<T extends string>({ part, value, of, onChange }: ChoiceProps<T>) {
  const t = useTranslations('settings.appearance');
  const word = (key: string) => t(`${part}.${key}`);
  return (
    <RadioGroup
      label={word('label')}
      inline
      value={value}
      onValueChange={(chosen) => onChange(chosen as T)}
      options={of.map((option) => ({ value: option, label: word(option) }))}
    />
  );
}
