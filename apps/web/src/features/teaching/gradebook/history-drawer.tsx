'use client';
import { type GradeHistoryEntry, listChangeSets, listGradeHistory } from '@k12/contracts/teaching/totals';
import { Button } from '@k12/ui/button';
import { Drawer } from '@k12/ui/drawer';
import { SelectField } from '@k12/ui/select-field';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useApi } from '@/lib/api/hooks.ts';
import { useJoined } from '@/lib/joined.ts';
import { RegionBody } from '@/shell/region.tsx';
import type { DialogProps } from './sheet-dialogs.tsx';
import { useTakeBack } from './use-take-back.ts';

interface Props extends DialogProps {
  filter: { assignment_id?: string; student_id?: string };
}

const subjects = ['cell', 'total', 'setting', 'period'] as const;
type Subject = (typeof subjects)[number];

const namedActions = ['fill', 'curve', 'paste', 'import', 'revert', 'excuse', 'mark'] as const;

function knownAction(action: string) {
  return namedActions.find((one) => one === action) ?? 'other';
}

/** Who changed what, and bulk changes with the way back (TCH-99, TCH-103). */
export function HistoryDrawer({ store, filter, onClose }: Props) {
  const t = useTranslations('teaching-gradebook');
  const { assignment_id, student_id } = filter;
  const column = assignment_id ? store.column(assignment_id) : undefined;
  const row = student_id ? store.row(student_id) : undefined;
  const title = [row?.sort_name, column?.title].filter(Boolean).join(' · ') || t('history');
  return (
    <Drawer open onOpenChange={(open) => !open && onClose()} title={title} description={t('historyText')}>
      {!assignment_id && !student_id && <ChangeSets store={store} />}
      <Changes
        store={store}
        filter={{ ...(assignment_id ? { assignment_id } : {}), ...(student_id ? { student_id } : {}) }}
      />
    </Drawer>
  );
}

/** Of one cell each for itself; elsewhere what was one act is told as one. */
export function Changes({ store, filter }: Pick<Props, 'store' | 'filter'>) {
  const t = useTranslations('teaching-gradebook');
  const [subject, setSubject] = useState<Subject | ''>('');
  const query = { ...filter, ...(subject ? { subject } : {}), limit: 100 };
  const request = { params: { id: store.book.course.id }, query };
  const reply = useApi(listGradeHistory, request);
  return (
    <>
      {!filter.assignment_id && (
        <div className="mb-4">
          <SelectField
            label={t('historyOf')}
            value={subject}
            onValueChange={(next) => setSubject(next as typeof subject)}
            options={[
              { value: '', label: t('subjects.all') },
              ...subjects.map((value) => ({ value, label: t(`subjects.${value}`) })),
            ]}
          />
        </div>
      )}
      <RegionBody reply={reply}>
        {({ data }) =>
          data.length === 0 ? (
            <p className="text-body text-ink-2">{t('noHistory')}</p>
          ) : (
            <ol className="grid gap-3">
              {byAct(data).map((act) => (
                <Act key={act[0].id} act={act} filter={filter} />
              ))}
            </ol>
          )
        }
      </RegionBody>
    </>
  );
}

type Act = [GradeHistoryEntry, ...GradeHistoryEntry[]];

/** Neighbours of one change set are one act. */
function byAct(changes: readonly GradeHistoryEntry[]): Act[] {
  const acts: Act[] = [];
  for (const change of changes) {
    const last = acts.at(-1);
    const isSame = change.change_set_id !== null && last?.[0].change_set_id === change.change_set_id;
    if (isSame) last?.push(change);
    else acts.push([change]);
  }
  return acts;
}

function Act({ act, filter }: { act: Act; filter: Props['filter'] }) {
  const t = useTranslations('teaching-gradebook');
  const format = useFormatter();
  const [change] = act;
  const when = format.dateTime(new Date(change.changed_at), { dateStyle: 'medium', timeStyle: 'short' });
  const whose = (one: GradeHistoryEntry) =>
    [filter.student_id ? null : one.student_name, filter.assignment_id ? null : one.assignment_title]
      .filter(Boolean)
      .join(' · ');
  return (
    <li className="border-b border-line pb-2 text-body">
      {act.length === 1 ? (
        <>
          <p className="font-medium">
            <WhatChanged change={change} />
          </p>
          <p className="text-small text-ink-2">{whose(change)}</p>
        </>
      ) : (
        <details>
          <summary className="cursor-pointer font-medium">
            {t('changeTogether', { count: act.length })}
          </summary>
          <ul className="my-2 grid gap-1 text-small">
            {act.map((one) => (
              <li key={one.id} className="flex justify-between gap-3">
                <span className="text-ink-2">{whose(one)}</span>
                <WhatChanged change={one} />
              </li>
            ))}
          </ul>
        </details>
      )}
      <p className="text-small text-ink-2">
        {change.changed_by?.name ?? t('program')}, {when}
        {change.source !== 'typed' && ` · ${t(`sources.${knownSource(change.source)}`)}`}
        {act.length === 1 && change.change_set_id && ` · ${t('partOfSet')}`}
        {change.reason && `: ${change.reason}`}
      </p>
    </li>
  );
}

function WhatChanged({ change: { subject, before, after } }: { change: GradeHistoryEntry }) {
  const t = useTranslations('teaching-gradebook');
  const joined = useJoined();
  if (subject === 'setting' || subject === 'period') {
    return t('settingChanged', {
      what: t(`subjects.${subject}`),
      values: joined(changedValues(before, after)),
    });
  }
  const [from, to] = [entryText(before), entryText(after)];
  if (from === null) return t('given', { to: to ?? '–' });
  return to === null ? t('cleared', { from }) : t('change', { from, to });
}

/** What of settings or of a period was another before: each with the value it had and the one it got. */
function changedValues(
  before: Record<string, unknown> | null,
  after: Record<string, unknown> | null,
): string[] {
  const plain = (value: unknown) =>
    value === null || value === undefined ? '–' : typeof value === 'object' ? '…' : String(value);
  return Object.entries(after ?? {}).map(
    ([key, value]) => `${key.replaceAll('_', ' ')}: ${plain(before?.[key])} → ${plain(value)}`,
  );
}

const sources = ['rubric', 'quiz', 'import', 'policy', 'sync', 'transfer'] as const;

function knownSource(source: string) {
  return sources.find((one) => one === source) ?? 'other';
}

function entryText(values: Record<string, unknown> | null): string | null {
  if (!values) return null;
  const { entry, status_override, percent, label } = values;
  const parts = [entry, status_override, label, percent].filter(
    (part) => typeof part === 'string' && part !== '',
  );
  return parts.length > 0 ? parts.join(' ') : null;
}

function ChangeSets({ store }: Pick<Props, 'store'>) {
  const t = useTranslations('teaching-gradebook');
  const format = useFormatter();
  const [busy, setBusy] = useState<string | null>(null);
  const reply = useApi(listChangeSets, { params: { id: store.book.course.id }, query: { limit: 20 } });
  const takeBack = useTakeBack(store);
  const take = async (id: string) => {
    setBusy(id);
    await takeBack(id);
    setBusy(null);
  };
  return (
    <RegionBody reply={reply}>
      {({ data }) => (
        <ul className="mb-5 grid gap-2">
          {data.map((set) => (
            <li
              key={set.id}
              className="flex items-center justify-between gap-3 rounded-control border border-line p-3"
            >
              <span>
                <span className="block text-body font-medium">
                  {t('changeSet', {
                    count: set.cells_count,
                    what: t(`changeSets.${knownAction(set.action)}`),
                  })}
                </span>
                <span className="text-small text-ink-2">
                  {set.made_by.name},{' '}
                  {format.dateTime(new Date(set.made_at), { dateStyle: 'medium', timeStyle: 'short' })}
                </span>
              </span>
              {set.can.revert && (
                <Button
                  size="small"
                  className="shrink-0 whitespace-nowrap"
                  loading={busy === set.id}
                  onClick={() => take(set.id)}
                >
                  {t('revert')}
                </Button>
              )}
              {set.state === 'reverted' && (
                <span className="shrink-0 text-small text-ink-2">{t('isReverted')}</span>
              )}
            </li>
          ))}
        </ul>
      )}
    </RegionBody>
  );
}
