'use client';
import type { LearnerHome } from '@k12/contracts/teaching/learning';
import { useNow, useTranslations } from 'next-intl';
import { paths } from '@/lib/paths.ts';
import { AppLink } from '@/shell/app-link.tsx';
import { useMoments } from './use-moments.ts';

/** The class that runs, or the next one of today; on other days a word about it. */
export function NowCard({ home }: { home: LearnerHome }) {
  const t = useTranslations('learn');
  const now = useNow({ updateInterval: 30_000 });
  const moments = useMoments(home.time_zone);
  const shown = home.now ?? home.next;
  if (!shown) return <p className="text-ink-2">{t(home.is_school_day ? 'noMoreClasses' : 'noSchool')}</p>;
  const line = home.now
    ? t('nowUntil', { time: moments.time(shown.ends_at) })
    : t('nextAt', { time: moments.time(shown.starts_at) });
  const [from, to] = [Date.parse(shown.starts_at), Date.parse(shown.ends_at)];
  const passed = Math.min(1, Math.max(0, (now.getTime() - from) / (to - from)));
  return (
    <section aria-label={line} className="relative rounded-card bg-board p-5 text-on-board">
      <p className="text-body">{line}</p>
      <AppLink
        href={paths.learnCourse(shown.course_id)}
        className="mt-1 block text-heading font-semibold after:absolute after:inset-0 [overflow-wrap:anywhere]"
      >
        <bdi>{shown.course_name}</bdi> <bdi>{shown.section_name}</bdi>
      </AppLink>
      {home.now && (
        <div aria-hidden className="mt-4 h-1.5 overflow-hidden rounded-full bg-on-board/25">
          <div className="h-full rounded-full bg-chalk" style={{ inlineSize: `${passed * 100}%` }} />
        </div>
      )}
    </section>
  );
}
