'use client';
import { useTranslations } from 'next-intl';
import { paths } from '@/lib/paths.ts';
import { AppLink } from '@/shell/app-link.tsx';
import { usePlanParts } from '../plan-parts.tsx';

/** The lessons under the sections of the outline. */
export function LessonLinks({ unitId, current }: { unitId?: string; current?: string }) {
  const t = useTranslations('planning-editor');
  const { lessons, plan_id } = usePlanParts();
  if (lessons.length === 0) return null;
  return (
    <>
      <p className="mt-4 mb-1 px-2 font-semibold text-ink-2 text-small">{t('lessonsHeading')}</p>
      <ul className="grid gap-px">
        {lessons.map(({ id, title }) => (
          <li key={id}>
            <AppLink
              href={paths.planLesson(unitId ?? plan_id, id)}
              aria-current={id === current ? 'page' : undefined}
              className="block min-h-7 truncate rounded-control px-2 py-1 text-ink-2 hover:bg-sunken hover:text-ink aria-[current=page]:bg-board-tint aria-[current=page]:font-medium aria-[current=page]:text-board"
            >
              {title}
            </AppLink>
          </li>
        ))}
      </ul>
    </>
  );
}
