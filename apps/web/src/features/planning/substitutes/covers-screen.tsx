'use client';
import {
  listSubstitutions,
  revokeSubstitution,
  type Substitution,
} from '@k12/contracts/planning/substitutions';
import { Badge } from '@k12/ui/badge';
import { Button } from '@k12/ui/button';
import { EmptyState } from '@k12/ui/empty-state';
import { IconButton } from '@k12/ui/icon-button';
import { LinkButton } from '@k12/ui/link-button';
import { List, ListRow } from '@k12/ui/list-row';
import { Menu, MenuItem } from '@k12/ui/menu';
import { PageHeader } from '@k12/ui/page-header';
import { useToast } from '@k12/ui/toast';
import { Ban, Copy, MoreHorizontal, Printer, UserRoundCheck } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useApi, useChange } from '@/lib/api/hooks.ts';
import { useDates } from '@/lib/dates.ts';
import { useJoined } from '@/lib/joined.ts';
import { loaded, nothingYet } from '@/lib/loaded-part.tsx';
import { paths } from '@/lib/paths.ts';
import { useSession } from '@/lib/session-context.tsx';
import { RegionBody } from '@/shell/region.tsx';
import { PlanTabs } from '../plan-tabs.tsx';

const GiveCover = dynamic(
  loaded(() => import('./give-cover.tsx').then((module) => module.GiveCover)),
  { loading: nothingYet },
);

const tones = { waiting: 'info', open: 'ok', ended: 'neutral', revoked: 'bad' } as const;

/** Who stands in for whom: what I gave away for some days, and what I was given (PLN-126). */
export function CoversScreen({ today }: { today: string }) {
  const t = useTranslations('planning-substitutes');
  const { me } = useSession();
  const router = useRouter();
  const covers = useApi(listSubstitutions, {});
  const [isGiving, setGiving] = useState(false);
  const give = (variant: 'primary' | 'secondary') => (
    <Button variant={variant} icon={<UserRoundCheck aria-hidden />} onClick={() => setGiving(true)}>
      {t('give')}
    </Button>
  );
  const isMine = ({ substitute }: Substitution) => substitute?.id === me.user.id;
  return (
    <>
      <PageHeader
        title={t('title')}
        actions={
          <>
            <LinkButton href={paths.planPacket()} icon={<Printer aria-hidden />}>
              {t('packetToday')}
            </LinkButton>
            {give('primary')}
          </>
        }
      />
      <div className="mt-4">
        <PlanTabs />
      </div>
      <RegionBody reply={covers}>
        {({ data }) =>
          data.length === 0 ? (
            <EmptyState icon={<UserRoundCheck aria-hidden />} title={t('none')} action={give('secondary')}>
              {t('noneText')}
            </EmptyState>
          ) : (
            <div className="grid gap-8">
              <Covers title={t('toMe')} covers={data.filter(isMine)} />
              <Covers title={t('byMe')} covers={data.filter((cover) => !isMine(cover))} />
            </div>
          )
        }
      </RegionBody>
      {isGiving && (
        <GiveCover
          day={today}
          onClose={(id) => {
            setGiving(false);
            if (id) router.push(paths.planCover(id));
          }}
        />
      )}
    </>
  );
}

function Covers({ title, covers }: { title: string; covers: readonly Substitution[] }) {
  if (covers.length === 0) return null;
  return (
    <section aria-label={title}>
      <h2 className="mb-3 text-large font-semibold">{title}</h2>
      <List framed>
        {covers.map((cover) => (
          <CoverRow key={cover.id} cover={cover} />
        ))}
      </List>
    </section>
  );
}

function CoverRow({ cover }: { cover: Substitution }) {
  const t = useTranslations('planning-substitutes');
  const joined = useJoined();
  const days = useCoveredDays();
  const { me } = useSession();
  const { id, teacher, substitute, sections, state } = cover;
  return (
    <ListRow
      {...(cover.can.arrange || state === 'open' ? { href: paths.planCover(id) } : {})}
      title={days(cover)}
      description={
        <span>
          <bdi>
            {substitute?.id === me.user.id
              ? t('forTeacher', { teacher: teacher.display_name })
              : teacher.id === me.user.id
                ? (substitute?.display_name ?? t('anybody'))
                : t('forWhom', {
                    teacher: teacher.display_name,
                    who: substitute?.display_name ?? t('anybody'),
                  })}
          </bdi>
          {' · '}
          {joined(sections.map(({ course_name, name }) => isolated(`${course_name} ${name}`)))}
        </span>
      }
      end={<Badge tone={tones[state]}>{t(`states.${state}`)}</Badge>}
      actions={cover.can.revoke && <CoverMenu cover={cover} name={days(cover)} />}
    />
  );
}

/** The address works for the named person, or for the school's teachers; taking it back works at once. */
function useCoverActs(cover: Substitution) {
  const t = useTranslations('planning-substitutes');
  const toast = useToast();
  const attempt = useAttempt();
  const revoke = useChange(revokeSubstitution);
  return {
    copy: async () => {
      await navigator.clipboard.writeText(new URL(paths.planCover(cover.id), window.location.origin).href);
      toast.show({ message: t('copied') });
    },
    end: () => attempt(() => revoke({ params: { id: cover.id } }), { done: t('revoked') }),
  };
}

/** In a list one button holds them: the days and the sections need the room. */
function CoverMenu({ cover, name }: { cover: Substitution; name: string }) {
  const t = useTranslations('planning-substitutes');
  const { copy, end } = useCoverActs(cover);
  return (
    <Menu
      align="end"
      trigger={<IconButton label={t('more', { name })} icon={<MoreHorizontal aria-hidden />} />}
    >
      <MenuItem icon={<Copy aria-hidden />} onPress={() => void copy()}>
        {t('copyLink')}
      </MenuItem>
      <MenuItem icon={<Ban aria-hidden />} danger onPress={() => void end()}>
        {t('revoke')}
      </MenuItem>
    </Menu>
  );
}

export function CoverActions({ cover }: { cover: Substitution }) {
  const t = useTranslations('planning-substitutes');
  const { copy, end } = useCoverActs(cover);
  return (
    <span className="flex flex-wrap gap-2">
      <Button size="small" icon={<Copy aria-hidden />} onClick={() => void copy()}>
        {t('copyLink')}
      </Button>
      <Button size="small" onClick={() => void end()}>
        {t('revoke')}
      </Button>
    </span>
  );
}

/** A name of another script stays whole where the language writes its “and” onto it. */
function isolated(name: string): string {
  return `\u2068${name}\u2069`;
}

/** “Mon, Nov 23 – Tue, Nov 24”: days that are near need their weekday and no year. */
export function useCoveredDays() {
  const dates = useDates();
  return ({ starts_on, ends_on }: Pick<Substitution, 'starts_on' | 'ends_on'>) =>
    dates.range(starts_on, ends_on, true);
}
