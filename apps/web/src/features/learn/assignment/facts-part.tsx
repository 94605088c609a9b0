'use client';
import type { LearnerAssignment } from '@k12/contracts/teaching/learning';
import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useMoments } from '../use-moments.ts';

/** Until when, for how many points, how often, and what lateness costs, in words (PPL-13). */
export function FactsPart({ work }: { work: LearnerAssignment }) {
  const t = useTranslations('learn');
  const moments = useMoments(work.time_zone);
  const left = work.attempts_allowed;
  const rows: [string, ReactNode][] = [];
  if (work.status === 'not_open' && work.available_from_at)
    rows.push([t('opensLabel'), moments.full(work.available_from_at)]);
  rows.push([
    t('dueLabel'),
    work.due_at ? (
      <>
        {moments.full(work.due_at)}
        {work.is_extended && work.usual_due_at && (
          <span className="block text-small text-info">
            {t('extendedFrom', { when: moments.full(work.usual_due_at) })}
          </span>
        )}
      </>
    ) : (
      t('noDue')
    ),
  ]);
  if (work.available_until_at) rows.push([t('untilLabel'), moments.full(work.available_until_at)]);
  if (work.grading_type !== 'ungraded') rows.push([t('pointsLabel'), work.points_possible]);
  rows.push([t('attemptsLabel'), left === null ? t('attemptsFree') : t('attempts', { count: left })]);
  return (
    <section aria-label={t('facts')} className="rounded-card border border-line bg-raised p-4 tablet:p-5">
      <dl className="flex flex-wrap gap-x-10 gap-y-3">
        {rows.map(([label, value]) => (
          <div key={label} className="first:basis-full tablet:first:basis-auto">
            <dt className="text-small text-ink-3">{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <LatePolicy work={work} />
      {work.standards.length > 0 && (
        <ul className="mt-4 grid gap-1 border-t border-line pt-3 text-small text-ink-2">
          {work.standards.map(({ code, text }) => (
            <li key={`${code}${text}`}>
              <bdi className="font-semibold">{code}</bdi> <bdi>{text}</bdi>
            </li>
          ))}
        </ul>
      )}
      <Statistics work={work} />
    </section>
  );
}

function LatePolicy({ work }: { work: LearnerAssignment }) {
  const t = useTranslations('learn');
  const format = useFormatter();
  const policy = work.late_policy;
  if (!policy) return null;
  const rate = format.number(policy.deduction_percent / 100, { style: 'percent', maximumFractionDigits: 1 });
  return (
    <p className="mt-4 border-t border-line pt-3 text-small text-ink-2">
      {t(`late.${policy.deduction_per}`, { rate })}{' '}
      {policy.grace_minutes > 0 && `${t('late.grace', { count: policy.grace_minutes })} `}
      {policy.hard_stop_days !== null && `${t('late.stop', { count: policy.hard_stop_days })} `}
      {policy.deduction_now && work.submitted_at === null && (
        <strong className="text-warn">{t('late.now', { points: policy.deduction_now })}</strong>
      )}
    </p>
  );
}

function Statistics({ work }: { work: LearnerAssignment }) {
  const t = useTranslations('learn');
  if (!work.statistics) return null;
  const { count, mean, lowest, highest } = work.statistics;
  return (
    <p className="mt-4 border-t border-line pt-3 text-small text-ink-2">
      {t('statistics', { count, mean, lowest, highest })}
    </p>
  );
}
