'use client';
import type { GradedWork } from '@k12/contracts/teaching/grading';
import { IconButton } from '@k12/ui/icon-button';
import { ChevronDown, ChevronUp } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { useJoined } from '@/lib/joined.ts';
import { PersonAvatar } from '@/shell/person-avatar.tsx';
import type { Order } from './use-order.ts';

interface Props {
  work: GradedWork;
  order: Order;
  timeZone: string;
}

/** Who, what they handed in and when, and the way to the others. */
export function GradingHeader({ work, order, timeZone }: Props) {
  const t = useTranslations('teaching-grading');
  const joined = useJoined();
  const name = work.student.name ?? t('studentNumber', { number: work.student.number ?? 0 });
  return (
    <header className="-order-1 flex items-start gap-3 border-b border-line bg-paper px-4 py-3 laptop:order-none">
      {/* While names are hidden so is the face (TCH-78). */}
      <PersonAvatar id={work.student.name === null ? '' : work.student.student_id} name={name} />
      <div className="min-w-0 flex-1">
        <h1 className="truncate text-large font-semibold">
          <bdi>{name}</bdi>
        </h1>
        <HandedIn work={work} timeZone={timeZone} />
        {work.group && (
          <p className="text-small text-ink-2">
            {t(work.group.shares_grade ? 'groupShares' : 'groupApart', {
              group: work.group.name,
              names: joined(work.group.others.map((one) => one.name)),
              count: work.group.others.length,
            })}
          </p>
        )}
        {work.held_by && (
          <p role="status" className="text-small text-warn">
            {t('heldBy', { name: work.held_by.name })}
          </p>
        )}
      </div>
      <IconButton
        label={t('previous')}
        icon={<ChevronUp aria-hidden />}
        disabled={!order.previous}
        onClick={() => order.open(order.previous)}
      />
      <IconButton
        label={t('next')}
        icon={<ChevronDown aria-hidden />}
        disabled={!order.next}
        onClick={() => order.open(order.next)}
      />
    </header>
  );
}

function HandedIn({ work, timeZone }: { work: GradedWork; timeZone: string }) {
  const t = useTranslations('teaching-grading');
  const format = useFormatter();
  const latest = work.attempts[0];
  if (!latest) return <p className="text-small text-ink-3">{t('nothingTitle')}</p>;
  const when = format.dateTime(new Date(latest.official_at), {
    weekday: 'short',
    hour: 'numeric',
    minute: '2-digit',
    timeZone,
  });
  const facts = [
    work.attempts.length > 1 ? t('attempt', { number: latest.number }) : null,
    t('handedIn', { when }),
    latest.late_seconds > 0 ? lateness(latest.late_seconds, t) : null,
    latest.is_on_behalf ? t('byStaff') : null,
  ];
  return <p className="text-small text-ink-3 first-letter:uppercase">{facts.filter(Boolean).join(' · ')}</p>;
}

function lateness(seconds: number, t: (key: string, values: Record<string, number>) => string): string {
  const hours = Math.floor(seconds / 3600);
  if (hours >= 48) return t('lateDays', { count: Math.floor(hours / 24) });
  if (hours >= 1) return t('lateHours', { count: hours });
  return t('lateMinutes', { count: Math.max(1, Math.floor(seconds / 60)) });
}
