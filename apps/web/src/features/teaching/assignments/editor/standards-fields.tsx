'use client';
import { type StandardMatch, searchStandards } from '@k12/contracts/planning/standards';
import {
  type AssignmentStandards,
  getAssignmentStandards,
  updateAssignmentStandards,
} from '@k12/contracts/teaching/assignment-standards';
import { Button } from '@k12/ui/button';
import { IconButton } from '@k12/ui/icon-button';
import { TextField } from '@k12/ui/text-field';
import { Plus, Search, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useSettled } from '@/features/planning/resources/use-settled.ts';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useApi, useChange } from '@/lib/api/hooks.ts';
import { useJoined } from '@/lib/joined.ts';
import { sendOnNewest } from './send-on-newest.ts';

interface Props {
  assignmentId: string;
  disabled: boolean;
}

type Wanted = { standard_id: string; assessed: 'overall' | 'criterion' }[];

/** What the work is about: standards of its unit in one press, others by search; each judged whole or by a criterion (TCH-47). */
export function StandardsFields({ assignmentId, disabled }: Props) {
  const t = useTranslations('teaching-assignments.standards');
  const attempt = useAttempt();
  const params = { id: assignmentId };
  const { data } = useApi(getAssignmentStandards, { params });
  const update = useChange(updateAssignmentStandards, ['assignments.']);
  if (!data) return null;
  const now: Wanted = data.data.map(({ standard, assessed }) => ({ standard_id: standard.id, assessed }));
  const save = (standards: Wanted) =>
    void attempt(() =>
      sendOnNewest(
        data,
        (shown) => shown.data,
        (lock_version) => update({ params, body: { standards, lock_version } }),
      ),
    );
  const add = (...ids: string[]) =>
    save([...now, ...ids.map((standard_id) => ({ standard_id, assessed: 'overall' as const }))]);
  const isFixed = disabled || !data.can.update;
  return (
    <section aria-labelledby="assignment-standards">
      <h2 id="assignment-standards" className="mb-3 font-semibold text-large">
        {t('title')}
      </h2>
      <Linked shown={data} isFixed={isFixed} now={now} save={save} />
      {!isFixed && data.from_plan.length > 0 && (
        <Button
          size="small"
          className="mb-3"
          icon={<Plus aria-hidden />}
          onClick={() => add(...data.from_plan.map(({ id }) => id))}
        >
          {t('fromUnit', { count: data.from_plan.length })}
        </Button>
      )}
      {!isFixed && <Finder known={new Set(now.map((one) => one.standard_id))} onTake={(id) => add(id)} />}
    </section>
  );
}

interface LinkedProps {
  shown: AssignmentStandards;
  isFixed: boolean;
  now: Wanted;
  save: (standards: Wanted) => void;
}

function Linked({ shown, isFixed, now, save }: LinkedProps) {
  const t = useTranslations('teaching-assignments.standards');
  const joined = useJoined();
  if (shown.data.length === 0) return <p className="mb-3 text-ink-3 text-small">{t('none')}</p>;
  const set = (id: string, assessed: 'overall' | 'criterion') =>
    save(now.map((one) => (one.standard_id === id ? { ...one, assessed } : one)));
  return (
    <ul className="mb-3 divide-y divide-line rounded-card border border-line bg-raised">
      {shown.data.map(({ standard, assessed, criteria }) => {
        const name = standard.code || standard.statement;
        return (
          <li key={standard.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3.5 py-2">
            <p className="min-w-0 flex-1 basis-60 text-small">
              <bdi className="font-semibold">{standard.code}</bdi> <bdi>{standard.statement}</bdi>
            </p>
            <select
              aria-label={t('judgedBy', { name })}
              disabled={isFixed}
              value={assessed}
              onChange={(event) => set(standard.id, event.target.value as 'overall' | 'criterion')}
              className="min-h-control-small rounded-control border border-transparent bg-transparent text-ink-2 text-small hover:border-line-control"
            >
              <option value="overall">{t('overall')}</option>
              <option value="criterion">
                {criteria.length > 0 ? t('byCriterion', { name: joined(criteria) }) : t('criterion')}
              </option>
            </select>
            {!isFixed && (
              <IconButton
                label={t('remove', { name })}
                icon={<X aria-hidden />}
                onClick={() => save(now.filter(({ standard_id }) => standard_id !== standard.id))}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}

function Finder({ known, onTake }: { known: ReadonlySet<string>; onTake: (id: string) => void }) {
  const t = useTranslations('teaching-assignments.standards');
  const [typed, setTyped] = useState('');
  const q = useSettled(typed.trim());
  const { data } = useApi(searchStandards, q ? { query: { q, limit: 12 } } : null);
  const found = q ? (data?.data ?? []).filter(({ id }) => !known.has(id)) : [];
  const take = (match: StandardMatch | undefined) => {
    if (!match) return;
    onTake(match.id);
    setTyped('');
  };
  return (
    <div className="max-w-xl">
      <TextField
        label={t('search')}
        hideLabel
        type="search"
        placeholder={t('search')}
        icon={<Search size={16} aria-hidden />}
        autoComplete="off"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') take(found[0]);
          if (event.key === 'Escape') setTyped('');
        }}
      />
      {q && (
        <ul aria-label={t('found')} className="mt-2 grid gap-1">
          {found.map((match) => (
            <li key={match.id}>
              <button
                type="button"
                onClick={() => take(match)}
                className="w-full rounded-control p-1.5 text-start text-small hover:bg-sunken"
              >
                <bdi className="font-semibold">{match.code}</bdi> <bdi>{match.statement}</bdi>
              </button>
            </li>
          ))}
          {data && found.length === 0 && <li className="text-ink-3 text-small">{t('nothing')}</li>}
        </ul>
      )}
    </div>
  );
}
