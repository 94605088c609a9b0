'use client';
import type { LessonPlan } from '@k12/contracts/planning/plans';
import { IconButton } from '@k12/ui/icon-button';
import { Menu, MenuItem, MenuSeparator } from '@k12/ui/menu';
import { Ellipsis } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { loaded, nothingYet } from '@/lib/loaded-part.tsx';
import { paths } from '@/lib/paths.ts';
import { useSession } from '@/lib/session-context.tsx';
import { useBin } from '../bin/use-bin.tsx';

const LessonPlace = dynamic(
  loaded(() => import('./lesson-place.tsx').then((module) => module.LessonPlace)),
  { loading: nothingYet },
);

interface Props {
  lesson: LessonPlan;
  unitId: string;
  /** The lesson itself is what one looks at: the page follows it. */
  follows?: boolean;
}

/** What is done with a lesson as a whole: to another unit, a copy, or the bin. */
export function LessonMenu({ lesson, unitId, follows = false }: Props) {
  const t = useTranslations('planning-editor');
  const { me } = useSession();
  const router = useRouter();
  const [act, setAct] = useState<'move' | 'copy' | null>(null);
  const { toBin, question } = useBin('lesson', lesson, () => follows && router.push(paths.planUnit(unitId)));
  const mayCopy = 'lesson_plans.create' in me.capabilities;
  if (!lesson.can.update && !lesson.can.delete && !mayCopy) return null;
  return (
    <>
      <Menu
        align="end"
        trigger={
          <IconButton
            label={follows ? t('more') : t('moreOf', { title: lesson.title })}
            icon={<Ellipsis aria-hidden />}
          />
        }
      >
        {lesson.can.update && <MenuItem onPress={() => setAct('move')}>{t('place.move')}</MenuItem>}
        {mayCopy && <MenuItem onPress={() => setAct('copy')}>{t('place.copy')}</MenuItem>}
        {lesson.can.delete && (
          <>
            {(lesson.can.update || mayCopy) && <MenuSeparator />}
            <MenuItem danger onPress={toBin}>
              {t('toBin')}
            </MenuItem>
          </>
        )}
      </Menu>
      {question}
      {act && (
        <LessonPlace
          act={act}
          lesson={lesson}
          unitId={unitId}
          onClose={() => setAct(null)}
          onPlaced={(placed, to) => follows && router.push(paths.planLesson(to, placed))}
        />
      )}
    </>
  );
}
