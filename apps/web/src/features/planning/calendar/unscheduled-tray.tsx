'use client';
import { listUnscheduled, type UnscheduledLesson } from '@k12/contracts/planning/lesson-sessions';
import { Button } from '@k12/ui/button';
import { DateField } from '@k12/ui/date-field';
import { isSubject } from '@k12/ui/tone';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useApi } from '@/lib/api/hooks.ts';
import { type Carried, carry } from './carried.ts';

interface Props {
  courseId: string;
  today: string;
  onPlace: (carried: Carried, day: string) => void;
}

/** Lessons that wait for a day: dragged onto one, or put there by its date. */
export function UnscheduledTray({ courseId, today, onPlace }: Props) {
  const t = useTranslations('planning-calendar');
  const query = courseId ? { course_id: courseId } : {};
  const waiting = useApi(listUnscheduled, { query });
  const lessons = waiting.data?.data ?? [];
  if (lessons.length === 0) return null;
  return (
    <details className="mb-4 rounded-card border border-line bg-raised print:hidden">
      <summary className="cursor-pointer px-4 py-2 font-semibold">
        {t('tray', { count: lessons.length })}
      </summary>
      <ul className="grid max-h-80 gap-2 overflow-y-auto border-line border-t p-3 laptop:grid-cols-2">
        {lessons.map((lesson) => (
          <Waiting
            key={`${lesson.lesson_plan_id}${lesson.section_id}`}
            lesson={lesson}
            today={today}
            onPlace={onPlace}
          />
        ))}
      </ul>
    </details>
  );
}

interface WaitingProps {
  lesson: UnscheduledLesson;
  today: string;
  onPlace: Props['onPlace'];
}

function Waiting({ lesson, today, onPlace }: WaitingProps) {
  const t = useTranslations('planning-calendar');
  const [day, setDay] = useState(today);
  const { lesson_plan_id, section_id, title, unit_title, course_name, section_name, color } = lesson;
  const carried = { kind: 'lesson', lesson_plan_id, section_id } as const;
  return (
    <li
      draggable
      onDragStart={(event) => carry(event, carried)}
      data-subject={isSubject(color) ? color : undefined}
      className="flex cursor-grab flex-wrap items-end gap-2 rounded-small border-subject border-s-4 bg-subject-tint px-3 py-2"
    >
      <span className="min-w-40 flex-1">
        <bdi className="block font-medium [overflow-wrap:anywhere]">{title}</bdi>
        <span className="text-mini text-ink-2">{[unit_title, course_name, section_name].join(' · ')}</span>
      </span>
      <DateField label={t('dayOf', { title })} hideLabel value={day} onValueChange={setDay} />
      <Button size="small" disabled={day === ''} onClick={() => onPlace(carried, day)}>
        {t('put')}
      </Button>
    </li>
  );
}
