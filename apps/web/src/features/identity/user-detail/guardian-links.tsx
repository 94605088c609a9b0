'use client';
import type { UserOverview } from '@k12/contracts/identity/users.overview';
import { Section } from '@k12/ui/card';
import { List, ListRow } from '@k12/ui/list-row';
import { useTranslations } from 'next-intl';
import { paths } from '@/lib/paths.ts';
import { LinkStateBadge } from '../guardians/link-state.tsx';

/** The guardians of a student, or the students of a guardian. */
export function GuardianLinksOf({ known: { user, guardian_links } }: { known: UserOverview }) {
  const t = useTranslations('guardians');
  if (guardian_links.length === 0) return null;
  const isGuardian = guardian_links.some((link) => link.guardian_id === user.id);
  return (
    <Section title={t(isGuardian ? 'studentsOf' : 'guardiansOf')}>
      <List framed label={t(isGuardian ? 'studentsOf' : 'guardiansOf')}>
        {guardian_links.map((link) => {
          const asGuardian = link.guardian_id === user.id;
          return (
            <ListRow
              key={link.id}
              title={asGuardian ? link.student_name : link.guardian_name}
              href={paths.adminUser(asGuardian ? link.student_id : link.guardian_id)}
              description={t(`relationships.${link.relationship}`)}
              end={<LinkStateBadge state={link.state} />}
            />
          );
        })}
      </List>
    </Section>
  );
}
