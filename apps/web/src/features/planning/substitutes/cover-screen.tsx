'use client';
import {
  getSubstituteDay,
  type SubstituteDay,
  type SubstituteSession,
} from '@k12/contracts/planning/substitutions';
import { addDays } from '@k12/plan-content/days';
import { Badge } from '@k12/ui/badge';
import { Banner } from '@k12/ui/banner';
import { IconButton } from '@k12/ui/icon-button';
import { LinkButton } from '@k12/ui/link-button';
import { PageHeader, SubjectDot } from '@k12/ui/page-header';
import { ChevronLeft, ChevronRight, FileText, Link2, Printer } from 'lucide-react';
import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useAddress } from '@/lib/address.ts';
import { useApi } from '@/lib/api/hooks.ts';
import { useDates } from '@/lib/dates.ts';
import { paths } from '@/lib/paths.ts';
import { useRecordCrumb } from '@/shell/crumbs.ts';
import { RegionBody } from '@/shell/region.tsx';
import { hueOf } from '../subject-hue.ts';
import { CoverActions, useCoveredDays } from './covers-screen.tsx';

/** A covered day as the substitute gets it: what was done last, what is to do, what comes next (PLN-126). */
export function CoverScreen({ coverId }: { coverId: string }) {
  const params = useSearchParams();
  const on = params.get('on');
  const day = useApi(getSubstituteDay, { params: { id: coverId }, query: on ? { on } : {} });
  return <RegionBody reply={day}>{(shown) => <Day shown={shown} />}</RegionBody>;
}

function Day({ shown }: { shown: SubstituteDay }) {
  const t = useTranslations('planning-substitutes');
  const dates = useDates();
  const days = useCoveredDays();
  useRecordCrumb(days(shown.substitution));
  const { substitution: cover, on, sessions } = shown;
  const today = sessions.filter(({ place }) => place === 'day');
  const around = sessions.filter(({ place }) => place !== 'day');
  return (
    <>
      <PageHeader
        title={dates.weekday(on)}
        description={t('forWhom', {
          teacher: cover.teacher.display_name,
          who: cover.substitute?.display_name ?? t('anybody'),
        })}
        actions={
          <LinkButton href={paths.planPacket(cover.id, on)} variant="primary" icon={<Printer aria-hidden />}>
            {t('packet')}
          </LinkButton>
        }
      />
      <div className="mt-4 mb-6 flex flex-wrap items-center gap-3">
        <Turn cover={cover} on={on} />
        <Badge>{t('readOnly', { days: days(cover) })}</Badge>
        {cover.can.revoke && <CoverActions cover={cover} />}
      </div>
      {cover.note && (
        <Banner tone="info" title={t('note')}>
          <p className="whitespace-pre-line" dir="auto">
            {cover.note}
          </p>
        </Banner>
      )}
      <div className="mt-6 grid gap-8">
        <section aria-label={t('today')}>
          <h2 className="mb-3 text-large font-semibold">{t('today')}</h2>
          {today.length === 0 && <p className="text-ink-3">{t('nothing')}</p>}
          <ul className="grid gap-3">
            {today.map((session) => (
              <SessionCard key={session.id} session={session} coverId={cover.id} />
            ))}
          </ul>
        </section>
        {around.length > 0 && (
          <section aria-label={t('around')}>
            <h2 className="mb-3 text-large font-semibold">{t('around')}</h2>
            <ul className="grid gap-3 laptop:grid-cols-2">
              {around.map((session) => (
                <SessionCard key={session.id} session={session} coverId={cover.id} />
              ))}
            </ul>
          </section>
        )}
      </div>
    </>
  );
}

/** From one covered day to the next. */
function Turn({ cover, on }: { cover: SubstituteDay['substitution']; on: string }) {
  const t = useTranslations('planning-substitutes');
  const { write } = useAddress();
  if (cover.starts_on === cover.ends_on) return null;
  return (
    <span className="flex gap-1">
      <IconButton
        label={t('earlier')}
        icon={<ChevronLeft aria-hidden className="rtl:-scale-x-100" />}
        disabled={on <= cover.starts_on}
        onClick={() => write({ on: addDays(on, -1) })}
      />
      <IconButton
        label={t('later')}
        icon={<ChevronRight aria-hidden className="rtl:-scale-x-100" />}
        disabled={on >= cover.ends_on}
        onClick={() => write({ on: addDays(on, 1) })}
      />
    </span>
  );
}

function SessionCard({ session, coverId }: { session: SubstituteSession; coverId: string }) {
  const t = useTranslations('planning-substitutes');
  const dates = useDates();
  const { place, resources } = session;
  const times = [session.starts_at, session.ends_at].filter(Boolean).join('–');
  return (
    <li className="rounded-card border border-line bg-raised p-4">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-small text-ink-3">
        <SubjectDot subject={hueOf(session.course_name)} />
        {place !== 'day' && (
          <span className="font-semibold">
            {t(`places.${place}`, { day: dates.shortDay(session.meeting_on) })}
          </span>
        )}
        {times && <span className="tabular-nums">{times}</span>}
        <span>
          {[session.course_name, session.section_name, session.location].filter(Boolean).join(' · ')}
        </span>
      </p>
      <h3 className="mt-1 font-serif text-heading font-semibold [overflow-wrap:anywhere]">
        <bdi>{session.title}</bdi>
      </h3>
      {session.unit_title && (
        <p className="text-small text-ink-3">
          <bdi>{session.unit_title}</bdi>
          {session.duration_minutes !== null && ` · ${t('minutes', { count: session.duration_minutes })}`}
        </p>
      )}
      {session.carried_over && <p className="mt-2">{t('carried', { text: session.carried_over })}</p>}
      {resources.length > 0 && (
        <ul className="mt-3 grid gap-1">
          {resources.map((resource) => (
            <li key={resource.id} className="flex items-center gap-2">
              {resource.kind === 'link' ? (
                <Link2 size={16} aria-hidden className="shrink-0 text-ink-3" />
              ) : (
                <FileText size={16} aria-hidden className="shrink-0 text-ink-3" />
              )}
              <a
                className="text-link underline [overflow-wrap:anywhere]"
                href={resource.url ?? `/api/v1/substitutions/${coverId}/resources/${resource.id}/content`}
                {...(resource.url && { target: '_blank', rel: 'noreferrer' })}
              >
                <bdi>{resource.title}</bdi>
              </a>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
