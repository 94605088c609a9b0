'use client';
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { usePackWords } from '../pack-words.ts';
import type { useChosenPack } from './use-chosen-pack.ts';

/** The forms a plan can have; the one that applies here is named first, with the reason (PLN-62). */
export function PackChoice({ pack }: { pack: ReturnType<typeof useChosenPack> }) {
  const t = useTranslations('planning-library');
  const words = usePackWords();
  const { usual, packs, id, choose } = pack;
  const others = packs.filter(
    ({ key, version }) => key !== usual?.pack_key || version !== usual?.pack_version,
  );
  if (!usual) return null;
  return (
    <fieldset>
      <legend className="mb-2 text-small font-medium text-ink-2">{t('form')}</legend>
      <div className="grid gap-2 tablet:grid-cols-2">
        <Choice
          label={words(usual.label)}
          text={t(`why.${usual.why}`)}
          checked={id === null}
          onChoose={() => choose(null)}
        />
        {others.map(({ id: own, label, description }) => (
          <Choice
            key={own}
            label={words(label)}
            text={words(description)}
            checked={id === own}
            onChoose={() => choose(own)}
          />
        ))}
      </div>
    </fieldset>
  );
}

interface ChoiceProps {
  label: string;
  text: string;
  checked: boolean;
  onChoose: () => void;
}

function Choice({ label, text, checked, onChoose }: ChoiceProps) {
  const described = useId();
  return (
    <label
      className={clsx(
        'relative block rounded-card border p-3 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-board',
        checked ? 'border-board bg-board-tint' : 'border-line bg-raised hover:border-line-strong',
      )}
    >
      <input
        type="radio"
        name="pack"
        checked={checked}
        onChange={onChoose}
        aria-label={label}
        aria-describedby={described}
        className="absolute inset-0 cursor-pointer appearance-none rounded-card outline-none"
      />
      <span className="block font-semibold">{label}</span>
      <span id={described} className="line-clamp-2 text-small text-ink-2">
        {text}
      </span>
    </label>
  );
}
