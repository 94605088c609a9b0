'use client';
import { listGuardianLinks } from '@k12/contracts/identity/guardian-links';
import { Avatar } from '@k12/ui/avatar';
import { List, ListRow } from '@k12/ui/list-row';
import { useTranslations } from 'next-intl';
import { useApi } from '@/lib/api/hooks.ts';
import { paths } from '@/lib/paths.ts';
import { Region } from '@/shell/region.tsx';

/** The children a guardian is linked to now. */
export function Children() {
  const t = useTranslations('homes');
  const links = useApi(listGuardianLinks, { query: { state: 'active' } });
  return (
    <Region title={t('children')} reply={links}>
      {({ data }) => {
        if (data.length === 0) return <p className="text-ink-2">{t('childrenNone')}</p>;
        return (
          <List framed label={t('children')}>
            {data.map((link) => (
              <ListRow
                key={link.id}
                href={`${paths.learnCourses()}?student=${link.student_id}`}
                lead={<Avatar name={link.student_name} />}
                title={<bdi>{link.student_name}</bdi>}
              />
            ))}
          </List>
        );
      }}
    </Region>
  );
}
