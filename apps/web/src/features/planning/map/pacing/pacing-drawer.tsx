'use client';
import { type CurriculumMap, listPacingGuides } from '@k12/contracts/planning/curriculum-map';
import { Button } from '@k12/ui/button';
import { Drawer } from '@k12/ui/drawer';
import { EmptyState } from '@k12/ui/empty-state';
import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useApi } from '@/lib/api/hooks.ts';
import { RegionBody } from '@/shell/region.tsx';
import { Guide } from './guide.tsx';
import { NewGuide } from './new-guide.tsx';

interface Props {
  map: CurriculumMap;
  onClose: () => void;
}

/** Recommended pacings of the year: how far each course is off, adopting one, and making one from a course (PLN-110). */
export function PacingDrawer({ map, onClose }: Props) {
  const t = useTranslations('planning-map.pacing');
  const [isMaking, setMaking] = useState(false);
  const guides = useApi(listPacingGuides, { query: { academic_year_id: map.academic_year_id } });
  const mayMake = map.can.freeze && map.placements.length > 0;
  if (isMaking) return <NewGuide map={map} onClose={() => setMaking(false)} />;
  return (
    <Drawer
      open
      wide
      onOpenChange={(open) => !open && onClose()}
      title={t('title')}
      description={t('about')}
      footer={
        mayMake && (
          <Button variant="primary" icon={<Plus aria-hidden />} onClick={() => setMaking(true)}>
            {t('make')}
          </Button>
        )
      }
    >
      <RegionBody reply={guides}>
        {({ data }) =>
          data.length === 0 ? (
            <EmptyState title={t('emptyTitle')}>{t(map.can.freeze ? 'emptyMake' : 'emptyText')}</EmptyState>
          ) : (
            <ul className="grid gap-4">
              {data.map((guide) => (
                <Guide key={guide.id} guide={guide} map={map} />
              ))}
            </ul>
          )
        }
      </RegionBody>
    </Drawer>
  );
}
