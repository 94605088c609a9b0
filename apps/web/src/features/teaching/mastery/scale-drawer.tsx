'use client';
import { getCourseScale, updateCourseScale } from '@k12/contracts/teaching/proficiency-scales';
import { Drawer } from '@k12/ui/drawer';
import { useTranslations } from 'next-intl';
import { callApi } from '@/lib/api/browser.ts';
import { useApi, useChange } from '@/lib/api/hooks.ts';
import { RegionBody } from '@/shell/region.tsx';
import { ScaleForm } from './scale-form.tsx';

interface Props {
  courseId: string;
  onClose: () => void;
}

/** How a course judges mastery, and what another way would change (TCH-125). */
export function ScaleDrawer({ courseId, onClose }: Props) {
  const t = useTranslations('teaching-mastery.scale');
  const params = { id: courseId };
  const reply = useApi(getCourseScale, { params });
  const change = useChange(updateCourseScale, ['mastery.']);
  return (
    <Drawer open wide title={t('title')} onOpenChange={(open) => !open && onClose()}>
      <RegionBody reply={reply}>
        {(settings) => (
          <ScaleForm
            key={settings.lock_version}
            of="course"
            settings={settings}
            send={(body) =>
              body.dry_run ? callApi(updateCourseScale, { params, body }) : change({ params, body })
            }
          />
        )}
      </RegionBody>
    </Drawer>
  );
}
