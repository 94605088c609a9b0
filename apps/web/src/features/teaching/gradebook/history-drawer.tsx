'use client';
import { getGradebook } from '@k12/contracts/teaching/gradebook';
import { listChangeSets, listGradeHistory, revertChangeSet } from '@k12/contracts/teaching/totals';
import { Button } from '@k12/ui/button';
import { Drawer } from '@k12/ui/drawer';
import { SelectField } from '@k12/ui/select-field';
import { useToast } from '@k12/ui/toast';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { callApi } from '@/lib/api/browser.ts';
import { useApi, useChange } from '@/lib/api/hooks.ts';
import { RegionBody } from '@/shell/region.tsx';
import type { DialogProps } from './sheet-dialogs.tsx';

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

function Changes({ store, filter }: Pick<Props, 'store' | 'filter'>) {
  const t = useTranslations('teaching-gradebook');
  const format = useFormatter();
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
              {data.map((change) => (
                <li key={change.id} className="border-b border-line pb-2 text-body">
                  <p className="font-medium">
                    {change.subject === 'setting' || change.subject === 'period'
                      ? t('settingChanged', {
                          what: t(`subjects.${change.subject}`),
                          values: changedValues(change.before, change.after),
                        })
                      : t('change', { from: entryText(change.before), to: entryText(change.after) })}
                  </p>
                  <p className="text-small text-ink-2">
                    {[
                      filter.student_id ? null : change.student_name,
                      filter.assignment_id ? null : change.assignment_title,
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </p>
                  <p className="text-small text-ink-2">
                    {change.changed_by?.name ?? t('program')},{' '}
                    {format.dateTime(new Date(change.changed_at), {
                      dateStyle: 'medium',
                      timeStyle: 'short',
                    })}
                    {change.source !== 'typed' && ` · ${t(`sources.${knownSource(change.source)}`)}`}
                    {change.change_set_id && ` · ${t('partOfSet')}`}
                    {change.reason && `: ${change.reason}`}
                  </p>
                </li>
              ))}
            </ol>
          )
        }
      </RegionBody>
    </>
  );
}

/** What of settings or of a period was another before: each with the value it had and the one it got. */
function changedValues(
  before: Record<string, unknown> | null,
  after: Record<string, unknown> | null,
): string {
  const plain = (value: unknown) =>
    value === null || value === undefined ? '–' : typeof value === 'object' ? '…' : String(value);
  return Object.entries(after ?? {})
    .map(([key, value]) => `${key.replaceAll('_', ' ')}: ${plain(before?.[key])} → ${plain(value)}`)
    .join(', ');
}

const sources = ['rubric', 'quiz', 'import', 'policy', 'sync', 'transfer'] as const;

function knownSource(source: string) {
  return sources.find((one) => one === source) ?? 'other';
}

function entryText(values: Record<string, unknown> | null): string {
  if (!values) return '–';
  const { entry, status_override, percent, label } = values;
  const parts = [entry, status_override, label, percent].filter(
    (part) => typeof part === 'string' && part !== '',
  );
  return parts.length > 0 ? parts.join(' ') : '–';
}

function ChangeSets({ store }: Pick<Props, 'store'>) {
  const t = useTranslations('teaching-gradebook');
  const format = useFormatter();
  const toast = useToast();
  const [busy, setBusy] = useState<string | null>(null);
  const reply = useApi(listChangeSets, { params: { id: store.book.course.id }, query: { limit: 20 } });
  const revert = useChange(revertChangeSet, ['gradebook.']);
  const take = async (id: string) => {
    setBusy(id);
    try {
      const { reverted_count, skipped } = await revert({ params: { id } });
      store.load(await callApi(getGradebook, { params: { id: store.book.course.id }, query: {} }));
      toast.show({ message: t('reverted', { count: reverted_count, skipped: skipped.length }) });
    } catch {
      toast.show({ message: t('failed'), tone: 'bad' });
    }
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
                <Button size="small" loading={busy === set.id} onClick={() => take(set.id)}>
                  {t('revert')}
                </Button>
              )}
              {set.state === 'reverted' && <span className="text-small text-ink-2">{t('isReverted')}</span>}
            </li>
          ))}
        </ul>
      )}
    </RegionBody>
  );
}
