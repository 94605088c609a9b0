'use client';
import type {
  MasteryMethod,
  ProficiencyScale,
  ScaleChange,
  ScaleSettings,
  ScaleUpdate,
} from '@k12/contracts/teaching/proficiency-scales';
import { Button } from '@k12/ui/button';
import { SelectField } from '@k12/ui/select-field';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useUnsavedGuard } from '@/lib/forms/unsaved-guard.ts';
import { LevelFields } from './level-fields.tsx';
import { LevelMark } from './level-mark.tsx';

const methods: readonly MasteryMethod[] = [
  { kind: 'mean', of_latest: 3 },
  { kind: 'mean', of_latest: null },
  { kind: 'latest' },
  { kind: 'highest' },
  { kind: 'mode' },
  { kind: 'decaying_average', weight: '65' },
  { kind: 'n_of_last_m', n: 3, m: 5 },
];

interface Props {
  settings: ScaleSettings;
  of: 'course' | 'school';
  /** Asks what it would change, or changes it. */
  send: (body: ScaleUpdate) => Promise<ScaleChange>;
}

/** How a course or a school judges mastery, with what another way would change (TCH-125). */
export function ScaleForm({ settings, of, send }: Props) {
  const t = useTranslations('teaching-mastery.scale');
  const attempt = useAttempt();
  const [scale, setScale] = useState<ProficiencyScale>(settings.scale);
  const choices = [settings.scale.method, ...methods].filter(
    (method, at, all) => all.findIndex((other) => keyOf(other) === keyOf(method)) === at,
  );
  const isChanged = JSON.stringify(scale) !== JSON.stringify(settings.scale);
  const { lock_version } = settings;
  const preview = usePreview(send, isChanged ? scale : null, lock_version);
  useUnsavedGuard(isChanged);
  const save = (wanted: ProficiencyScale | null) =>
    attempt(() => send({ scale: wanted, dry_run: false, lock_version }), { done: t('saved') });
  return (
    <div className="grid gap-4">
      <p className="text-body text-ink-2">{t(`from.${settings.source}`)}</p>
      {of === 'school' && settings.can.convert ? (
        <LevelFields scale={scale} onChange={setScale} />
      ) : (
        <ul className="flex flex-wrap gap-1.5">
          {scale.levels.map((level, at) => (
            <li key={level.value}>
              <LevelMark levels={scale.levels} level={at} nothing="" />
            </li>
          ))}
        </ul>
      )}
      <SelectField
        label={t('method')}
        value={keyOf(scale.method)}
        disabled={!settings.can.update}
        options={choices.map((method) => ({
          value: keyOf(method),
          label: t(`methods.${method.kind}`, factsOf(method)),
        }))}
        onValueChange={(key) => {
          const method = choices.find((choice) => keyOf(choice) === key);
          if (method) setScale({ ...scale, method });
        }}
      />
      <SelectField
        label={t('masteryAt')}
        value={scale.mastery_at}
        disabled={!settings.can.update}
        options={masteryChoices(scale).map(({ value, label }) => ({
          value,
          label: label ?? t('value', { value }),
        }))}
        onValueChange={(mastery_at) => setScale({ ...scale, mastery_at })}
      />
      {(of === 'course' || !settings.can.convert) && (
        <p className="text-small text-ink-2">
          {t(scale.conversion === null ? 'noConversion' : 'conversion')}
        </p>
      )}
      <p role="status" className="min-h-5 text-body">
        {preview && t('preview', { changed: preview.changed_count, all: preview.results_count })}
      </p>
      {settings.can.update && (
        <div className="flex flex-wrap gap-2">
          <Button variant="primary" disabled={!isChanged} onClick={() => save(scale)}>
            {t(of === 'course' ? 'save' : 'saveSchool')}
          </Button>
          {settings.source === of && (
            <Button onClick={() => save(null)}>{t(of === 'course' ? 'inherit' : 'inheritSchool')}</Button>
          )}
        </div>
      )}
    </div>
  );
}

function keyOf(method: MasteryMethod): string {
  return JSON.stringify(Object.entries(method).sort());
}

function factsOf(method: MasteryMethod) {
  return {
    count: method.kind === 'mean' ? (method.of_latest ?? 0) : 0,
    weight: method.kind === 'decaying_average' ? method.weight : '',
    n: method.kind === 'n_of_last_m' ? method.n : 0,
    m: method.kind === 'n_of_last_m' ? method.m : 0,
  };
}

/** Every level but the lowest, and what counts now. */
function masteryChoices({ levels, mastery_at }: ProficiencyScale): { value: string; label?: string }[] {
  const named = levels.slice(1).map(({ value, label }) => ({ value, label }));
  return named.some(({ value }) => value === mastery_at) ? named : [{ value: mastery_at }, ...named];
}

/** Asks what a scale would change, once it has been chosen for a moment. */
function usePreview(send: Props['send'], scale: ProficiencyScale | null, lock_version: number) {
  const ask = useRef(send);
  ask.current = send;
  const [known, setKnown] = useState<{ key: string; changed_count: number; results_count: number } | null>(
    null,
  );
  const key = scale && JSON.stringify(scale);
  useEffect(() => {
    if (key === null) return;
    let isGone = false;
    const timer = setTimeout(() => {
      const body = { scale: JSON.parse(key) as ProficiencyScale, dry_run: true, lock_version };
      ask
        .current(body)
        .then(({ changed_count, results_count }) => {
          if (!isGone) setKnown({ key, changed_count, results_count });
        })
        .catch(() => undefined);
    }, 300);
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [key, lock_version]);
  return known?.key === key ? known : null;
}
