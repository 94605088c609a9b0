'use client';
import type { LessonPlan } from '@k12/contracts/planning/plans';
import { LinkButton } from '@k12/ui/link-button';
import { ArrowLeft, ArrowRight, Printer } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { paths } from '@/lib/paths.ts';
import { LessonMenu } from './lesson-menu.tsx';

interface Props {
  unitId: string;
  id: string;
  lessons: readonly LessonPlan[];
}

/** To the printer, to the lesson before and the one after without going back to the unit, and what is done with it as a whole. */
export function LessonActions({ unitId, id, lessons }: Props) {
  const t = useTranslations('planning-editor');
  const at = lessons.findIndex((lesson) => lesson.id === id);
  const before = at > 0 ? lessons[at - 1] : undefined;
  const after = at >= 0 ? lessons[at + 1] : undefined;
  const lesson = lessons[at];
  return (
    <>
      <LinkButton
        href={paths.planLessonPrint(unitId, id)}
        aria-label={t('print')}
        icon={<Printer aria-hidden />}
      />
      <nav aria-label={t('lessonsHeading')} className="flex gap-1">
        {before && (
          <LinkButton
            href={paths.planLesson(unitId, before.id)}
            aria-label={t('previousLesson', { title: before.title })}
            icon={<ArrowLeft aria-hidden className="rtl:-scale-x-100" />}
          />
        )}
        {after && (
          <LinkButton
            href={paths.planLesson(unitId, after.id)}
            aria-label={t('nextLesson', { title: after.title })}
            icon={<ArrowRight aria-hidden className="rtl:-scale-x-100" />}
          />
        )}
      </nav>
      {lesson && <LessonMenu lesson={lesson} unitId={unitId} follows />}
    </>
  );
}
