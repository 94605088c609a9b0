'use client';
import { PageHeader } from '@k12/ui/page-header';
import { useFormatter, useNow, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ownTimeZone } from '@/lib/own-time-zone.ts';
import { useSession } from '@/lib/session-context.tsx';
import { Children } from './children.tsx';
import { Schools } from './schools.tsx';
import { Terms } from './terms.tsx';

type HomeOf = 'staff' | 'guardian';

const firsts: Record<HomeOf, () => ReactNode> = {
  staff: Schools,
  guardian: Children,
};

/** The start page of those without a day of their own to show: what is theirs and where the year stands. */
export function HomeScreen({ of }: { of: HomeOf }) {
  const { me, school_id } = useSession();
  const t = useTranslations('homes');
  const format = useFormatter();
  // The day of the school (PPL-103): late in its evening it is tomorrow elsewhere.
  const school = me.schools.find(({ id }) => id === school_id) ?? me.schools[0];
  const timeZone = school?.time_zone ?? ownTimeZone(me);
  const today = format.dateTime(useNow(), { weekday: 'long', day: 'numeric', month: 'long', timeZone });
  const First = firsts[of];
  return (
    <>
      <PageHeader title={today} description={t('greeting', { name: me.user.given_name })} />
      <div className="mt-8 grid gap-10 laptop:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <First />
        <Terms />
      </div>
    </>
  );
}
