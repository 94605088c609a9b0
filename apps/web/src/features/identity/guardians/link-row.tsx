'use client';
import type { GuardianLink } from '@k12/contracts/identity/guardian-links';
import { TextLink } from '@k12/ui/link';
import { ListRow } from '@k12/ui/list-row';
import { useTranslations } from 'next-intl';
import { useDates } from '@/lib/dates.ts';
import { useJoined } from '@/lib/joined.ts';
import { paths } from '@/lib/paths.ts';
import { LinkActions } from './link-actions.tsx';
import { LinkStateBadge } from './link-state.tsx';

interface Props {
  link: GuardianLink;
  /** Whom the row is about: the other one is named above it. */
  names: 'guardian' | 'student';
  /** Grown up, and nothing says that the guardian may go on: the access rests (IDN-55). */
  paused?: boolean;
}

export function LinkRow({ link, names, paused = false }: Props) {
  const isGuardian = names === 'guardian';
  return (
    <ListRow
      title={
        <TextLink
          href={paths.adminUser(isGuardian ? link.guardian_id : link.student_id)}
          className="text-ink no-underline hover:underline"
        >
          <bdi>{isGuardian ? link.guardian_name : link.student_name}</bdi>
        </TextLink>
      }
      description={<LinkFacts link={link} paused={paused} />}
      end={
        <span className="flex flex-wrap items-center justify-end gap-2 max-tablet:max-w-40">
          <LinkStateBadge state={link.state} />
          <LinkActions link={link} />
        </span>
      }
    />
  );
}

function LinkFacts({ link, paused }: { link: GuardianLink; paused: boolean }) {
  const t = useTranslations('guardians');
  const dates = useDates();
  const joined = useJoined();
  const { starts_on, ends_on, adult_basis, adult_basis_ends_on } = link;
  const rights = [
    link.may_access_records && t('sees'),
    link.may_consent && t('consents'),
    link.receives_communications && t('hears'),
  ].filter((right) => right !== false);
  const facts = [
    t(`relationships.${link.relationship}`),
    rights.length > 0 ? joined(rights) : t('noRights'),
    starts_on && t('from', { day: dates.day(starts_on) }),
    ends_on && t('until', { day: dates.day(ends_on) }),
  ];
  return (
    <>
      {facts.filter(Boolean).join(' · ')}
      {adult_basis === 'student_consent' && <span className="block">{t('adult.agreed')}</span>}
      {adult_basis === 'lawful_basis' && adult_basis_ends_on && (
        <span className="block">{t('adult.basisUntil', { day: dates.day(adult_basis_ends_on) })}</span>
      )}
      {paused && <span className="block text-warn">{t('adult.paused')}</span>}
      {link.legal_note && (
        <span className="block text-warn" data-private>
          {link.legal_note}
        </span>
      )}
    </>
  );
}
