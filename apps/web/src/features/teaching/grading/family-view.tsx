'use client';
import { getMyFeedback } from '@k12/contracts/teaching/feedback';
import type { GradedWork, GradingFrame } from '@k12/contracts/teaching/grading';
import { Dialog } from '@k12/ui/dialog';
import { useTranslations } from 'next-intl';
import { useApi } from '@/lib/api/hooks.ts';
import { useDates } from '@/lib/dates.ts';
import { RegionBody } from '@/shell/region.tsx';

interface Props {
  work: GradedWork;
  frame: GradingFrame;
  onClose: () => void;
}

/** What the student and their guardians see of this work now: the very answer that they get (TCH-186). */
export function FamilyView({ work, frame, onClose }: Props) {
  const t = useTranslations('teaching-grading');
  const dates = useDates();
  const { student_id, name } = work.student;
  const reply = useApi(getMyFeedback, { params: { id: work.assignment_id }, query: { student_id } });
  return (
    <Dialog
      open
      onOpenChange={(next) => !next && onClose()}
      title={t('familyView')}
      description={t('familyText', { name: name ?? '' })}
    >
      <div className="grid gap-4 pb-4">
        <RegionBody reply={reply}>
          {(shown) => (
            <>
              <p className="text-large font-semibold">
                {shown.posted_at
                  ? t('familyScore', {
                      score: work.cell.effective_score ?? work.cell.entry ?? '–',
                      points: frame.assignment.points_possible,
                    })
                  : t('familyNothing')}
              </p>
              {shown.posted_at && <p className="text-small text-ink-3">{dates.instant(shown.posted_at)}</p>}
              <ul className="grid gap-2">
                {shown.comments.map((comment) => (
                  <li key={comment.id} className="rounded-control border border-line px-3 py-2">
                    <p className="text-mini text-ink-3">
                      <bdi>{comment.author_name}</bdi>
                    </p>
                    <p dir="auto" className="whitespace-pre-wrap">
                      {comment.body}
                    </p>
                  </li>
                ))}
              </ul>
              {shown.rubric && shown.assessment && (
                <p>
                  {t('familyRubric', {
                    score: shown.assessment.score ?? '–',
                    count: Object.keys(shown.assessment.marks).length,
                  })}
                </p>
              )}
              {shown.annotations.length > 0 && <p>{t('familyMarks', { count: shown.annotations.length })}</p>}
            </>
          )}
        </RegionBody>
      </div>
    </Dialog>
  );
}
