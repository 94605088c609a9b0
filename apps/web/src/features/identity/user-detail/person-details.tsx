'use client';
import type { User } from '@k12/contracts/identity/users';
import { Section } from '@k12/ui/card';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useDates } from '@/lib/dates.ts';

export function PersonDetails({ user }: { user: User }) {
  const t = useTranslations('people');
  return (
    <Section title={t('onRecord')}>
      <Facts user={user} />
    </Section>
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
