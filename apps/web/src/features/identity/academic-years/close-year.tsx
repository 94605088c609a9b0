'use client';
import {
  type AcademicYear,
  type CourseOpenEnds,
  closeAcademicYear,
  getYearClosing,
  type OpenEnd,
  waiveOpenEnds,
} from '@k12/contracts/identity/academic-years';
import { Button } from '@k12/ui/button';
import { Dialog } from '@k12/ui/dialog';
import { TextArea } from '@k12/ui/text-area';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useApi, useChange } from '@/lib/api/hooks.ts';
import { useJoined } from '@/lib/joined.ts';
import { RegionBody } from '@/shell/region.tsx';

const shortestReason = 10;

/** What holds the year open, course by course; waived with a reason, or gone, before the year closes (IDN-14). */
export function CloseYear({ year, onClose }: { year: AcademicYear; onClose: () => void }) {
  const t = useTranslations('academicYears');
  const attempt = useAttempt();
  const closing = useApi(getYearClosing, { params: { id: year.id } });
  const waive = useChange(waiveOpenEnds, ['academic_years.']);
  const close = useChange(closeAcademicYear, ['academic_years.', 'courses.', 'enrollments.']);
  const [reason, setReason] = useState('');
  const params = { id: year.id };
  const isMeant = reason.trim().length >= shortestReason;
  const items = (closing.data?.courses ?? []).flatMap((course) =>
    openKinds(course).map((kind) => ({ course_id: course.course_id, kind })),
  );
  const isReady = closing.data?.is_ready === true;
  const send = async () => {
    if (!isReady) {
      if (await attempt(() => waive({ params, body: { items, reason } }))) setReason('');
    } else if (
      await attempt(() => close({ params, body: { reason } }), { done: t('close.done', { name: year.name }) })
    )
      onClose();
  };
  return (
    <Dialog
      open
      size="large"
      onOpenChange={(open) => !open && onClose()}
      title={t('close.title', { name: year.name })}
      description={t('close.text')}
      footer={
        <Button
          variant={isReady ? 'danger' : 'primary'}
          disabled={!isMeant || !closing.data}
          onClick={() => void send()}
        >
          {t(isReady ? 'close.action' : 'close.waiveAll')}
        </Button>
      }
    >
      <div className="grid gap-4">
        <RegionBody reply={closing}>
          {({ courses, is_ready }) => (
            <>
              <p role="status">{t(is_ready ? 'close.ready' : 'close.holds')}</p>
              <ul className="max-h-80 divide-y divide-line overflow-y-auto">
                {courses.map((course) => (
                  <OpenCourse key={course.course_id} course={course} />
                ))}
              </ul>
            </>
          )}
        </RegionBody>
        <TextArea
          label={t('close.reason')}
          hint={t('close.reasonHint')}
          value={reason}
          maxLength={500}
          onChange={(event) => setReason(event.target.value)}
        />
      </div>
    </Dialog>
  );
}

/** What is open in a course and not waived. */
function openKinds({ ungraded_count, unfinalized, drafts_count, waived }: CourseOpenEnds): OpenEnd[] {
  const open: Record<OpenEnd, boolean> = {
    ungraded: ungraded_count > 0,
    unfinalized: unfinalized.length > 0,
    drafts: drafts_count > 0,
  };
  return (Object.keys(open) as OpenEnd[]).filter(
    (kind) => open[kind] && !waived.some((waiver) => waiver.kind === kind),
  );
}

function OpenCourse({ course }: { course: CourseOpenEnds }) {
  const t = useTranslations('academicYears');
  const joined = useJoined();
  const lines = [
    course.ungraded_count > 0 && t('close.ungraded', { count: course.ungraded_count }),
    course.unfinalized.length > 0 && t('close.unfinalized', { names: joined(course.unfinalized) }),
    course.drafts_count > 0 && t('close.drafts', { count: course.drafts_count }),
  ].filter(Boolean);
  return (
    <li className="py-2">
      <p className="flex flex-wrap gap-x-2">
        <bdi className="font-medium">{course.course_name}</bdi>
        <bdi className="text-ink-3">{course.school_name}</bdi>
      </p>
      <p className="text-ink-2 text-small">{lines.join(' · ')}</p>
      {course.waived.map(({ kind, reason }) => (
        <p key={kind} className="text-info text-small">
          {t('close.waived', { reason })}
        </p>
      ))}
    </li>
  );
}
