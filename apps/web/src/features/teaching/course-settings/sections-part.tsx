'use client';
import { type Course, getCourse, listSections, type Section } from '@k12/contracts/teaching/courses';
import { Button } from '@k12/ui/button';
import { Plus } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useApi } from '@/lib/api/hooks.ts';
import { useJoined } from '@/lib/joined.ts';
import { loaded, nothingYet } from '@/lib/loaded-part.tsx';
import { useWeekdayName } from '@/lib/weekdays.ts';
import { RegionBody } from '@/shell/region.tsx';
import { useClassTimes } from './class-times.ts';
import { type MeetingPattern, patternsOf } from './meeting-patterns.ts';
import { Part } from './settings-part.tsx';

const SectionForm = dynamic(
  loaded(() => import('./section-form.tsx').then((module) => module.SectionForm)),
  { loading: nothingYet },
);

/** The sections of a course and when each meets; whoever may adds and changes them. */
export function SectionsPart({ courseId }: { courseId: string }) {
  const t = useTranslations('teaching-settings.sections');
  const request = { params: { id: courseId } };
  const { data: course } = useApi(getCourse, request);
  const sections = useApi(listSections, request);
  return (
    <Part title={t('title')} about={t('about')}>
      <RegionBody reply={sections}>{({ data }) => <Sections course={course} sections={data} />}</RegionBody>
    </Part>
  );
}

function Sections({ course, sections }: { course: Course | undefined; sections: readonly Section[] }) {
  const t = useTranslations('teaching-settings.sections');
  const [opened, setOpened] = useState<string | null>(null);
  const mayChange = course?.can.manage_sections === true;
  const section = sections.find(({ id }) => id === opened) ?? null;
  return (
    <div className="grid gap-3">
      <ul className="divide-y divide-line rounded-card border border-line bg-raised">
        {sections.map((one) => (
          <Row key={one.id} section={one} onChange={mayChange ? () => setOpened(one.id) : null} />
        ))}
      </ul>
      {mayChange && (
        <div>
          <Button icon={<Plus aria-hidden />} onClick={() => setOpened('new')}>
            {t('add')}
          </Button>
        </div>
      )}
      {course && opened && (opened === 'new' || section) && (
        <SectionForm key={opened} course={course} section={section} onClose={() => setOpened(null)} />
      )}
    </div>
  );
}

function Row({ section, onChange }: { section: Section; onChange: (() => void) | null }) {
  const t = useTranslations('teaching-settings.sections');
  const patterns = patternsOf(section.meetings);
  const { name, code, students_count: count, capacity } = section;
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 px-4 py-3">
      <div className="grid min-w-0 flex-1 basis-56 gap-0.5">
        <p className="font-medium [overflow-wrap:anywhere]">
          <bdi>{name}</bdi>
          {code && <bdi className="ms-2 font-regular text-ink-3 text-small">{code}</bdi>}
        </p>
        {patterns.length === 0 ? (
          <p className="text-ink-3 text-small">{t('noMeetings')}</p>
        ) : (
          patterns.map((pattern) => <When key={JSON.stringify(pattern)} pattern={pattern} />)
        )}
        <p className="text-ink-3 text-small">
          {capacity === null ? t('students', { count }) : t('studentsOf', { count, capacity })}
        </p>
      </div>
      {onChange && (
        <Button size="small" onClick={onChange}>
          {t('change')}
          <span className="hidden-visually">, {name}</span>
        </Button>
      )}
    </li>
  );
}

/** “Mon, Wed and Fri, 9:00 – 9:50 AM · Room 12”. */
function When({ pattern }: { pattern: MeetingPattern }) {
  const t = useTranslations('teaching-settings.sections');
  const joined = useJoined();
  const weekdayName = useWeekdayName('short');
  const times = useClassTimes();
  const days = [
    ...pattern.weekdays.map(weekdayName),
    ...pattern.rotation_days.map((day) => t('rotationDay', { day })),
  ];
  return (
    <p className="text-ink-2 text-small">
      {joined(days)}
      {' · '}
      <bdi className="tabular-nums">{times(pattern.starts_at, pattern.ends_at)}</bdi>
      {pattern.location && (
        <>
          {' · '}
          <bdi>{pattern.location}</bdi>
        </>
      )}
    </p>
  );
}
