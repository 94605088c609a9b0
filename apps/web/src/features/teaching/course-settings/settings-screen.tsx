'use client';
import type { CourseSettings } from '@k12/contracts/teaching/course-settings';
import {
  type GradebookSettings,
  getGradebookSettings,
  updateGradebookSettings,
} from '@k12/contracts/teaching/totals';
import { PageHeader } from '@k12/ui/page-header';
import { useTranslations } from 'next-intl';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useApi, useChange } from '@/lib/api/hooks.ts';
import { RegionBody } from '@/shell/region.tsx';
import { CategoriesPart } from './categories-part.tsx';
import { CoursePart } from './course-part.tsx';
import { LatePart } from './late-part.tsx';
import { MissingPart } from './missing-part.tsx';
import { SectionsPart } from './sections-part.tsx';
import { SharingPart } from './sharing-part.tsx';
import { TotalsPart } from './totals-part.tsx';

/** How a course adds up, labels and shows its grades; each choice is saved as it is made. */
export function CourseSettingsScreen({ courseId }: { courseId: string }) {
  const t = useTranslations('teaching-settings');
  const settings = useApi(getGradebookSettings, { params: { id: courseId } });
  return (
    <>
      <PageHeader look="work" title={t('title')} description={t('about')} />
      <div className="mt-6 grid max-w-3xl gap-10">
        <SectionsPart courseId={courseId} />
        <RegionBody reply={settings}>{(shown) => <Parts courseId={courseId} shown={shown} />}</RegionBody>
      </div>
    </>
  );
}

function Parts({ courseId, shown }: { courseId: string; shown: GradebookSettings }) {
  const t = useTranslations('teaching-settings');
  const attempt = useAttempt();
  const update = useChange(updateGradebookSettings, ['gradebook.', 'grade_categories.']);
  const save = (changes: Partial<CourseSettings>) =>
    void attempt(
      () =>
        update({
          params: { id: courseId },
          // A draft of weights stays one; finishing it is asked for beside the weights.
          body: { settings: changes, is_draft: !shown.is_final, lock_version: shown.lock_version },
        }),
      { done: t('saved') },
    );
  const part = { courseId, shown, disabled: !shown.can.update, save };
  return (
    <div className="grid gap-10">
      <TotalsPart {...part} />
      <CategoriesPart {...part} />
      <LatePart {...part} />
      <MissingPart {...part} />
      <SharingPart {...part} />
      <CoursePart courseId={courseId} />
    </div>
  );
}
