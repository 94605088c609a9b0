'use client';
import type { UserImport } from '@k12/contracts/identity/user-imports';
import { Section } from '@k12/ui/card';
import { List, ListRow } from '@k12/ui/list-row';
import { useTranslations } from 'next-intl';
import { findPage, mayOpen } from '@/lib/pages.ts';
import { paths } from '@/lib/paths.ts';
import { useSession } from '@/lib/session-context.tsx';

/** An import only adds people (PRV-48): how they come in, who answers for them and what they attend is said next. */
export function NextSteps({ table }: { table: UserImport }) {
  const t = useTranslations('people-import');
  const { me } = useSession();
  if (table.state !== 'applied' || table.counts.created === 0) return null;
  const school = table.school_id ? `&school_id=${table.school_id}` : '';
  const newest = `${paths.adminUsers()}?sort=-created_at${school}`;
  const steps = [
    { key: 'invite', href: newest },
    { key: 'codes', href: newest },
    { key: 'guardians', href: paths.adminGuardians() },
    { key: 'enroll', href: paths.teachCourses() },
  ] as const;
  const open = steps.filter(({ href }) => {
    const page = findPage(href.split('?')[0] ?? '');
    return page !== undefined && mayOpen(page, me);
  });
  return (
    <Section title={t('next.title')}>
      <List framed label={t('next.title')}>
        {open.map(({ key, href }) => (
          <ListRow key={key} href={href} title={t(`next.${key}`)} description={t(`next.${key}Text`)} />
        ))}
      </List>
    </Section>
  );
}
