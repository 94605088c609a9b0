'use client';
import { getCourse } from '@k12/contracts/teaching/courses';
import { getStudentView } from '@k12/contracts/teaching/module-progress';
import { Drawer } from '@k12/ui/drawer';
import { SelectField } from '@k12/ui/select-field';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useApi } from '@/lib/api/hooks.ts';
import { RegionBody } from '@/shell/region.tsx';
import { ModuleProgressList } from './module-progress-list.tsx';

/** What a student of a section sees who has done nothing yet, with real dates and locks and without a trace (TCH-14). */
export function StudentView({ courseId, onClose }: { courseId: string; onClose: () => void }) {
  const t = useTranslations('teaching-modules');
  const { data: course } = useApi(getCourse, { params: { id: courseId } });
  const [chosen, setChosen] = useState<string | null>(null);
  const section_id = chosen ?? course?.sections[0]?.id;
  const view = useApi(
    getStudentView,
    section_id ? { params: { id: courseId }, query: { section_id } } : null,
  );
  return (
    <Drawer
      open
      wide
      title={t('viewAsStudent')}
      description={t('viewText')}
      onOpenChange={(open) => !open && onClose()}
    >
      <SelectField
        label={t('section')}
        value={section_id ?? ''}
        onValueChange={setChosen}
        options={(course?.sections ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      />
      <div className="mt-4">
        <RegionBody reply={view}>
          {({ data }) =>
            data.length === 0 ? (
              <p className="py-6 text-ink-3">{t('nothingPublished')}</p>
            ) : (
              <ModuleProgressList modules={data} renderTitle={({ title }) => <bdi>{title}</bdi>} />
            )
          }
        </RegionBody>
      </div>
    </Drawer>
  );
}
