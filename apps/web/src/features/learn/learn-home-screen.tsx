'use client';
import { getLearnerHome, type LearnerHome } from '@k12/contracts/teaching/learning';
import { List } from '@k12/ui/list-row';
import { PageHeader } from '@k12/ui/page-header';
import { useFormatter, useNow, useTranslations } from 'next-intl';
import { useApi } from '@/lib/api/hooks.ts';
import { paths } from '@/lib/paths.ts';
import { useSession } from '@/lib/session-context.tsx';
import { AppLink } from '@/shell/app-link.tsx';
import { RegionBody } from '@/shell/region.tsx';
import { ItemState, Score } from './item-state.tsx';
import { NowCard } from './now-card.tsx';
import { WorkRow } from './work-row.tsx';

/** What is now, what is due, what was said: three blocks at the height of a thumb. */
export function LearnHomeScreen() {
  const { me } = useSession();
  const t = useTranslations('learn');
  const format = useFormatter();
  const now = useNow();
  const home = useApi(getLearnerHome, { params: { id: me.user.id } });
  const timeZone = home.data?.time_zone;
  const day = format.dateTime(now, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(timeZone ? { timeZone } : {}),
  });
  const rotation = home.data?.rotation_day;
  return (
    <div className="mx-auto max-w-document">
      <PageHeader
        title={t(`greeting.${partOfDay(now, timeZone)}`, { name: me.user.given_name })}
        description={rotation ? `${day} · ${t('rotation', { day: rotation })}` : day}
      />
      <div className="mt-6 grid gap-8">
        <RegionBody reply={home}>{(data) => <Blocks home={data} />}</RegionBody>
      </div>
    </div>
  );
}

function Blocks({ home }: { home: LearnerHome }) {
  const t = useTranslations('learn');
  return (
    <>
      <NowCard home={home} />
      <section aria-labelledby="due-soon">
        <div className="mb-3 flex items-baseline justify-between gap-3">
          <h2 id="due-soon" className="text-large font-semibold">
            {t('dueSoon')}
          </h2>
          {home.minutes > 0 && <p className="text-small text-ink-3">{t('about', minutesOf(home.minutes))}</p>}
        </div>
        {home.to_dos.length === 0 ? (
          <p className="text-ink-2">{t('nothingDue')}</p>
        ) : (
          <List framed>
            {home.to_dos.map((item) => (
              <WorkRow key={item.assignment_id} item={item} suffix="" showsCourse isToDoKnown />
            ))}
          </List>
        )}
        {home.older_count > 0 && (
          <p>
            <AppLink
              href={paths.learnCourses()}
              className="inline-block py-3 text-small text-ink-2 underline"
            >
              {t('older', { count: home.older_count })}
            </AppLink>
          </p>
        )}
      </section>
      <Feedback home={home} />
    </>
  );
}

function Feedback({ home }: { home: LearnerHome }) {
  const t = useTranslations('learn');
  if (home.feedback.length === 0) return null;
  return (
    <section aria-labelledby="new-feedback">
      <div className="mb-3 flex items-baseline justify-between gap-3">
        <h2 id="new-feedback" className="text-large font-semibold">
          {t('newFeedback')}
        </h2>
        <AppLink
          href={paths.learnGrades()}
          className="-my-3 inline-block py-3 text-small text-ink-2 underline"
        >
          {t('seeAll')}
        </AppLink>
      </div>
      <ul className="overflow-hidden rounded-card border border-line bg-raised">
        {home.feedback.map((item) => (
          <li
            key={item.assignment_id}
            className="relative flex gap-4 border-b border-line p-4 last:border-b-0"
          >
            <p className="min-w-16 shrink-0 text-heading font-semibold">
              {item.score === null ? <ItemState item={item} /> : <Score item={item} />}
            </p>
            <div className="min-w-0">
              <AppLink
                href={paths.learnAssignment(item.course_id, item.assignment_id)}
                className="font-semibold after:absolute after:inset-0 [overflow-wrap:anywhere]"
              >
                <bdi>{item.title}</bdi>
              </AppLink>
              <p className="text-small text-ink-3">
                <bdi>{item.course_name}</bdi>
              </p>
              {item.comment && (
                <p className="line-clamp-3 text-ink-2">
                  “<bdi>{item.comment}</bdi>”
                </p>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function minutesOf(total: number): { hours: number; minutes: number } {
  return { hours: Math.floor(total / 60), minutes: total % 60 };
}

function partOfDay(now: Date, timeZone: string | undefined): 'morning' | 'afternoon' | 'evening' {
  const zone = timeZone ? { timeZone } : {};
  const text = new Intl.DateTimeFormat('en', { ...zone, hour: 'numeric', hourCycle: 'h23' }).format(now);
  const hour = Number(text);
  if (hour < 12) return 'morning';
  return hour < 18 ? 'afternoon' : 'evening';
}
