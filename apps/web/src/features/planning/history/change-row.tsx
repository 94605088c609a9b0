'use client';
import type { DiffRun, DiffValue, PlanChange } from '@k12/contracts/planning/plan-diff';
import { Badge } from '@k12/ui/badge';
import { DiffText } from '@k12/ui/diff-text';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { usePackWords } from '../pack-words.ts';

export type DiffLook = 'inline' | 'side';

const tones = { added: 'ok', removed: 'bad', changed: 'info', moved: 'neutral' } as const;

/** One changed field or entry; it can take the focus, so that keys lead from change to change. */
export function ChangeRow({
  change,
  look,
  children,
}: {
  change: PlanChange;
  look: DiffLook;
  children?: ReactNode;
}) {
  const t = useTranslations('planning-history');
  const words = usePackWords();
  const [, field] = words(change.label).split(' · ');
  return (
    <li
      data-change
      tabIndex={-1}
      className="group rounded-card border border-line bg-raised px-4 py-3 focus-visible:border-board"
    >
      <div className="flex flex-wrap items-center gap-2">
        <Badge tone={tones[change.status]}>{t(`status.${change.status}`)}</Badge>
        {change.moved && change.status !== 'moved' && <Badge>{t('status.moved')}</Badge>}
        {change.formatting_only && <Badge>{t('looksOnly')}</Badge>}
        {field && <span className="text-small text-ink-2">{field}</span>}
        <Places change={change} />
        <span className="ms-auto">{children}</span>
      </div>
      <div className="mt-2">
        <Body change={change} look={look} />
      </div>
    </li>
  );
}

function Places({ change }: { change: PlanChange }) {
  const t = useTranslations('planning-history');
  const { moved, from_position: from, to_position: to } = change;
  if (!moved || from === null || to === null) return null;
  return <span className="text-small text-ink-3">{t('places', { from, to })}</span>;
}

function Body({ change, look }: { change: PlanChange; look: DiffLook }) {
  const t = useTranslations('planning-history');
  const words = usePackWords();
  if (change.name) {
    return (
      <p className="[overflow-wrap:anywhere]">
        <bdi>{words(change.name)}</bdi>
        {change.before !== change.after && (change.before ?? change.after) !== null && (
          <span className="ms-2 text-small text-ink-2">
            <OldAndNew change={change} />
          </span>
        )}
      </p>
    );
  }
  if (!change.runs) return <OldAndNew change={change} />;
  if (look === 'side' && change.status === 'changed' && !change.formatting_only)
    return <Sides runs={change.runs} />;
  const label = t(`status.${change.status}`);
  return <DiffText label={label} parts={change.runs.map(({ status, text }) => ({ kind: status, text }))} />;
}

/** The old words with what went, beside the new ones with what came. */
function Sides({ runs }: { runs: readonly DiffRun[] }) {
  const t = useTranslations('planning-history');
  const without = (status: DiffRun['status']) =>
    runs.filter((run) => run.status !== status).map((run) => ({ kind: run.status, text: run.text }));
  return (
    <div className="grid gap-4 laptop:grid-cols-2 laptop:divide-x laptop:divide-line">
      <DiffText label={t('before')} parts={without('added')} />
      <div className="laptop:ps-4">
        <DiffText label={t('after')} parts={without('removed')} />
      </div>
    </div>
  );
}

function OldAndNew({ change }: { change: PlanChange }) {
  const t = useTranslations('planning-history');
  const say = useDiffValue(change.kind === 'alignment');
  return (
    <span className="inline-flex flex-wrap items-baseline gap-2">
      {change.before !== null && (
        <del className="text-ink-3">
          <span className="hidden-visually">{t('before')}: </span>
          {say(change.before)}
        </del>
      )}
      {change.before !== null && change.after !== null && <span aria-hidden>→</span>}
      {change.after !== null && (
        <ins className="no-underline">
          <span className="hidden-visually">{t('after')}: </span>
          {say(change.after)}
        </ins>
      )}
    </span>
  );
}

function useDiffValue(isEmphasis: boolean) {
  const t = useTranslations('planning-history');
  const words = usePackWords();
  return (value: DiffValue): string => {
    if (typeof value === 'number') return String(value);
    if (typeof value === 'string')
      return isEmphasis && t.has(`emphasis.${value}`) ? t(`emphasis.${value}`) : value;
    if ('en' in value) return words(value);
    return `${value.from ?? '…'} – ${value.to ?? '…'}`;
  };
}
