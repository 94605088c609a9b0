'use client';
import type { LearnerItem } from '@k12/contracts/teaching/learning';
import { Badge } from '@k12/ui/badge';
import { ListRow } from '@k12/ui/list-row';
import { useNow, useTranslations } from 'next-intl';
import { courseHue } from '@/features/teaching/courses/course-hue.ts';
import { paths } from '@/lib/paths.ts';
import { ItemState, Score, ScoreMark } from './item-state.tsx';
import { useMoments } from './use-moments.ts';

interface Props {
  item: LearnerItem;
  /** Goes with the link: the child a guardian has chosen. */
  suffix: string;
  /** Where it leads, if not to the student's own page of it. */
  href?: string;
  showsCourse?: boolean;
  /** Stands under a heading that says what is to do: the row need not say it again. */
  isToDoKnown?: boolean;
}

/** One piece of work in a list: what, where and until when, and how it stands. */
export function WorkRow({ item, suffix, href, showsCourse = false, isToDoKnown = false }: Props) {
  const t = useTranslations('learn');
  const moments = useMoments(item.time_zone);
  const now = useNow();
  const due = item.due_at ? moments.near(item.due_at) : t('noDue');
  const isToday = item.due_at !== null && moments.isToday(item.due_at);
  const parts = [
    showsCourse && <bdi key="course">{item.course_name}</bdi>,
    item.status === 'not_open' && item.available_from_at
      ? t('opens', { when: moments.near(item.available_from_at) })
      : isOverdue(item, now)
        ? t('wasDue', { when: due })
        : due,
    item.is_extended && t('extended'),
  ].filter(Boolean);
  return (
    <ListRow
      subject={courseHue({ color: item.course_color, subject: item.course_name })}
      href={href ?? `${paths.learnAssignment(item.course_id, item.assignment_id)}${suffix}`}
      title={<bdi>{item.title}</bdi>}
      description={parts.map((part, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts of one line have no identity beyond their place
        <span key={at}>
          {at > 0 && ' · '}
          {part}
        </span>
      ))}
      end={
        isToDoKnown && item.status === 'to_do' && !isToday && !item.estimated_minutes ? undefined : (
          <RowEnd item={item} isToday={isToday} />
        )
      }
    />
  );
}

/** Still to be handed in although its time has passed. */
function isOverdue({ status, due_at }: LearnerItem, now: Date): boolean {
  const isOpen = status === 'to_do' || status === 'started' || status === 'missing';
  return isOpen && due_at !== null && Date.parse(due_at) < now.getTime();
}

function RowEnd({ item, isToday }: { item: LearnerItem; isToday: boolean }) {
  const t = useTranslations('learn');
  const isOpen = item.status === 'to_do' || item.status === 'started';
  if (item.score !== null)
    return (
      <span className="flex flex-wrap items-center justify-end gap-x-2 gap-y-1">
        <ScoreMark item={item} />
        <Score item={item} />
      </span>
    );
  if (isOpen && isToday) return <Badge tone="chalk">{t('dueToday')}</Badge>;
  if (item.status === 'to_do' && item.estimated_minutes)
    return <Badge>{t('minutes', { count: item.estimated_minutes })}</Badge>;
  return <ItemState item={item} />;
}
