'use client';
import { type ShiftedDate, shiftCourseDates } from '@k12/contracts/teaching/course-copy';
import type { Course } from '@k12/contracts/teaching/courses';
import { revertCourseChange } from '@k12/contracts/teaching/module-items';
import { Badge } from '@k12/ui/badge';
import { Button } from '@k12/ui/button';
import { Dialog } from '@k12/ui/dialog';
import { NumberField } from '@k12/ui/number-field';
import { Lock } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { callApi } from '@/lib/api/browser.ts';
import { useChange } from '@/lib/api/hooks.ts';
import { useDates } from '@/lib/dates.ts';

const views = ['assignments.', 'courses.', 'modules.', 'gradebook.', 'course_home.'];

/** Every date of the course by whole school days: first as a list before and after, then in one act with undo (TCH-03). */
export function ShiftCourseDialog({ course, onClose }: { course: Course; onClose: () => void }) {
  const t = useTranslations('teaching-settings.course');
  const common = useTranslations('common');
  const attempt = useAttempt();
  const shift = useChange(shiftCourseDates, views);
  const revert = useChange(revertCourseChange, views);
  const [days, setDays] = useState<number | null>(1);
  const shown = usePreview(course.id, days);
  const moving = shown?.filter(({ after }) => after !== null).length ?? 0;
  const send = async () => {
    let change_id: string | null = null;
    const body = { school_days: days ?? 0, preview: false };
    const isDone = await attempt(
      async () => {
        ({ change_id } = await shift({ params: { id: course.id }, body }));
      },
      {
        done: t('shifted', { count: moving }),
        undo: async () => change_id && revert({ params: { id: change_id }, body: {} }),
      },
    );
    if (isDone) onClose();
  };
  return (
    <Dialog
      open
      size="large"
      title={t('shift')}
      description={t('shiftAbout')}
      onOpenChange={(open) => !open && onClose()}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button variant="primary" disabled={!days || moving === 0} onClick={() => void send()}>
            {t('shiftCount', { count: moving })}
          </Button>
        </>
      }
    >
      <div className="max-w-48">
        <NumberField
          label={t('schoolDays')}
          hint={t('schoolDaysHint')}
          min={-200}
          max={200}
          value={days}
          onValueChange={setDays}
        />
      </div>
      {shown && shown.length === 0 && <p className="py-6 text-ink-3">{t('noDates')}</p>}
      {shown && shown.length > 0 && <DateList dates={shown} />}
    </Dialog>
  );
}

/** What it would do, read again whenever the number changes; an answer to an older number is not shown. */
function usePreview(courseId: string, days: number | null): ShiftedDate[] | null {
  const [shown, setShown] = useState<ShiftedDate[] | null>(null);
  useEffect(() => {
    if (!days) return setShown([]);
    let isCurrent = true;
    const body = { school_days: days, preview: true };
    callApi(shiftCourseDates, { params: { id: courseId }, body }).then(
      ({ dates }) => isCurrent && setShown(dates),
      () => isCurrent && setShown(null),
    );
    return () => {
      isCurrent = false;
    };
  }, [courseId, days]);
  return shown;
}

function DateList({ dates }: { dates: readonly ShiftedDate[] }) {
  const t = useTranslations('teaching-settings.course');
  const format = useDates();
  const show = (value: string) =>
    /^\d{4}-\d{2}-\d{2}$/.test(value) ? format.day(value) : format.instant(value);
  return (
    <ul aria-label={t('dateList')} className="mt-4 max-h-96 divide-y divide-line overflow-y-auto">
      {dates.map(({ kind, id, title, field, before, after, stays }) => (
        <li
          key={`${kind}${id}${field}`}
          className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-0.5 py-1.5"
        >
          <span className="min-w-0">
            <bdi className="[overflow-wrap:anywhere]">{title || t(`kinds.${kind}`)}</bdi>{' '}
            <span className="text-ink-3 text-small">{t(`fields.${field}`)}</span>
          </span>
          <span className="flex items-baseline gap-2 text-small tabular-nums">
            <span className={after === null ? 'text-ink-3' : 'text-ink-2'}>{show(before)}</span>
            {after !== null && <span>→ {show(after)}</span>}
            {stays === 'locked' && (
              <Badge tone="warn" icon={<Lock aria-hidden />}>
                {t('locked')}
              </Badge>
            )}
            {stays === 'outside_year' && <Badge tone="warn">{t('outsideYear')}</Badge>}
          </span>
        </li>
      ))}
    </ul>
  );
}
