'use client';
import { getWhatIf, type WhatIfCourse } from '@k12/contracts/teaching/what-if';
import { Banner } from '@k12/ui/banner';
import { Button } from '@k12/ui/button';
import { RotateCcw } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { useApi } from '@/lib/api/hooks.ts';
import { decimalMark } from '@/lib/locales.ts';
import { useSession } from '@/lib/session-context.tsx';
import { RegionBody } from '@/shell/region.tsx';
import { ImaginedWork } from './imagined-work.tsx';
import { TargetFinder } from './target-finder.tsx';
import { TriedItems } from './tried-items.tsx';
import { TriedTotal } from './tried-total.tsx';
import { canCount, shownTotal, trialOf, untouched } from './try-scores.ts';
import { useTrial } from './use-trial.ts';

/** Trying scores in one course: nothing of it leaves the device, and nothing of it is printed (PPL-21, PPL-23). */
export function WhatIfPart({ courseId, studentId }: { courseId: string; studentId: string }) {
  const reply = useApi(getWhatIf, { params: { id: studentId, course_id: courseId } });
  return (
    <div data-screen-only>
      <RegionBody reply={reply}>{(course) => <Trying course={course} />}</RegionBody>
    </div>
  );
}

function Trying({ course }: { course: WhatIfCourse }) {
  const t = useTranslations('learn-what-if');
  const locale = useLocale();
  const mark = decimalMark(locale);
  const { me } = useSession();
  const state = useTrial(`${me.tenant.id}:${me.user.id}`, course.course_id);
  const items = useMemo(() => course.items.filter(canCount), [course]);
  const trial = useMemo(() => trialOf(course, state.tried, mark), [course, state.tried, mark]);
  const now = useMemo(() => shownTotal(course, untouched), [course]);
  const tried = useMemo(() => shownTotal(course, trial), [course, trial]);
  const isTrying = Object.keys(state.tried.entries).length > 0 || state.tried.imagined.length > 0;
  return (
    <section
      aria-labelledby={`what-if-${course.course_id}`}
      className="grid gap-5 rounded-card border border-dashed border-line-control bg-sunken p-4"
    >
      <header className="flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0">
          <h3 id={`what-if-${course.course_id}`} className="font-semibold">
            {t('title')}
          </h3>
          <p className="text-small text-ink-2">{t('private')}</p>
        </div>
        {isTrying && (
          <Button size="small" icon={<RotateCcw aria-hidden />} onClick={state.startOver}>
            {t('startOver')}
          </Button>
        )}
      </header>
      {course.is_overridden && <Banner>{t('overridden')}</Banner>}
      <TriedTotal course={course} now={now} tried={tried} isTrying={isTrying} />
      <TriedItems course={course} items={items} state={state} dropped={tried.dropped} mark={mark} />
      <ImaginedWork course={course} state={state} mark={mark} />
      <TargetFinder course={course} items={items} trial={trial} />
    </section>
  );
}
