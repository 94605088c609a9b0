'use client';
import type { Membership, User } from '@k12/contracts/identity/users';
import { Button } from '@k12/ui/button';
import { Section } from '@k12/ui/card';
import { List, ListRow } from '@k12/ui/list-row';
import { Plus } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useDates } from '@/lib/dates.ts';
import { loaded, nothingYet } from '@/lib/loaded-part.tsx';
import { useSession } from '@/lib/session-context.tsx';

const JoinSchool = dynamic(
  loaded(() => import('./school-forms.tsx').then((module) => module.JoinSchool)),
  { loading: nothingYet },
);
const MoveSchool = dynamic(
  loaded(() => import('./school-forms.tsx').then((module) => module.MoveSchool)),
  { loading: nothingYet },
);

/** Where the person belongs, and from there to a further or another school. */
export function SchoolsOf({ user }: { user: User }) {
  const t = useTranslations('people');
  const { me } = useSession();
  const [joining, setJoining] = useState(false);
  const [leaving, setLeaving] = useState<Membership | null>(null);
  const isOf = (school: { id: string }) =>
    user.memberships.some((row) => row.in_force && row.school_id === school.id);
  const mayJoin = user.can.update && me.schools.some((school) => !isOf(school));
  const mayMove = (row: Membership) =>
    mayJoin && row.in_force && me.schools.some((school) => school.id === row.school_id);
  return (
    <Section
      title={t('memberships')}
      action={
        mayJoin && (
          <Button
            size="small"
            variant="quiet"
            icon={<Plus size={16} aria-hidden />}
            onClick={() => setJoining(true)}
          >
            {t('join.open')}
          </Button>
        )
      }
    >
      {user.memberships.length === 0 ? (
        <p className="text-ink-2">{t('noMemberships')}</p>
      ) : (
        <List framed label={t('memberships')}>
          {user.memberships.map((row) => (
            <MembershipRow
              key={row.id}
              membership={row}
              onMove={mayMove(row) ? () => setLeaving(row) : null}
            />
          ))}
        </List>
      )}
      {joining && <JoinSchool user={user} onClose={() => setJoining(false)} />}
      {leaving && <MoveSchool user={user} from={leaving} onClose={() => setLeaving(null)} />}
    </Section>
  );
}

function MembershipRow({ membership, onMove }: { membership: Membership; onMove: (() => void) | null }) {
  const t = useTranslations('people');
  const dates = useDates();
  const { starts_on, ends_on, school_name } = membership;
  const parts = [
    membership.is_primary && t('mainSchool'),
    starts_on && t('from', { day: dates.day(starts_on) }),
    ends_on && t('until', { day: dates.day(ends_on) }),
  ];
  return (
    <ListRow
      title={school_name}
      description={parts.filter(Boolean).join(' · ')}
      actions={
        onMove && (
          <Button
            size="small"
            variant="quiet"
            aria-label={t('move.openNamed', { school: school_name })}
            onClick={onMove}
          >
            {t('move.open')}
          </Button>
        )
      }
      end={
        membership.in_force
          ? membership.grade_level && t('gradeNamed', { grade: membership.grade_level })
          : t('notInForce')
      }
    />
  );
}
