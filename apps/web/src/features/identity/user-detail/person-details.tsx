'use client';
import type { User } from '@k12/contracts/identity/users';
import { Section } from '@k12/ui/card';
import { List, ListRow } from '@k12/ui/list-row';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useDates } from '@/lib/dates.ts';

export function PersonDetails({ user }: { user: User }) {
  const t = useTranslations('people');
  return (
    <>
      <Section title={t('memberships')}>
        {user.memberships.length === 0 ? (
          <p className="text-ink-2">{t('noMemberships')}</p>
        ) : (
          <List framed label={t('memberships')}>
            {user.memberships.map((membership) => (
              <MembershipRow key={membership.id} membership={membership} />
            ))}
          </List>
        )}
      </Section>
      <Section title={t('onRecord')}>
        <Facts user={user} />
      </Section>
    </>
  );
}

function MembershipRow({ membership }: { membership: User['memberships'][number] }) {
  const t = useTranslations('people');
  const dates = useDates();
  const { starts_on, ends_on } = membership;
  const parts = [
    membership.is_primary && t('mainSchool'),
    starts_on && t('from', { day: dates.day(starts_on) }),
    ends_on && t('until', { day: dates.day(ends_on) }),
  ];
  return (
    <ListRow
      title={membership.school_name}
      description={parts.filter(Boolean).join(' · ')}
      end={
        membership.in_force
          ? membership.grade_level && t('gradeNamed', { grade: membership.grade_level })
          : t('notInForce')
      }
    />
  );
}

function Facts({ user }: { user: User }) {
  const t = useTranslations('people');
  const dates = useDates();
  const { contact, restricted } = user;
  const facts: [string, ReactNode][] = [
    [t('preferredName'), user.preferred_name],
    [t('pronouncedAs'), user.pronounced_as],
    [t('pronouns'), user.pronouns],
    [t('email'), contact?.email],
    [t('username'), contact?.username],
    [t('studentNumber'), contact?.student_number],
    [t('staffNumber'), contact?.staff_number],
    [t('externalId'), contact?.external_id],
    [t('birthDay'), restricted?.birth_on && dates.day(restricted.birth_on)],
    [t('source'), t(`sources.${user.source}`)],
    [t('added'), dates.instant(user.created_at)],
  ];
  return (
    <dl className="grid gap-x-6 gap-y-3 tablet:grid-cols-2">
      {facts
        .filter(([, value]) => value)
        .map(([label, value]) => (
          <div key={label} data-private>
            <dt className="text-small text-ink-3">{label}</dt>
            <dd className="[overflow-wrap:anywhere]">
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
    </dl>
  );
}
