'use client';
import { listSchools } from '@k12/contracts/identity/schools';
import { List, ListRow } from '@k12/ui/list-row';
import { useTranslations } from 'next-intl';
import { useApi } from '@/lib/api/hooks.ts';
import { paths } from '@/lib/paths.ts';
import { Region } from '@/shell/region.tsx';

export function Schools() {
  const t = useTranslations('homes');
  const schools = useApi(listSchools, { query: {} });
  return (
    <Region title={t('schools')} reply={schools}>
      {({ data }) => {
        if (data.length === 0) return <p className="text-ink-2">{t('noSchools')}</p>;
        return (
          <List framed label={t('schools')}>
            {data.map((school) => (
              <ListRow
                key={school.id}
                title={<bdi>{school.name}</bdi>}
                description={school.address && <bdi>{school.address}</bdi>}
                {...(school.can.update && { href: `${paths.adminSchools()}?open=${school.id}` })}
                end={t('people', { students: school.students_count, staff: school.staff_count })}
              />
            ))}
          </List>
        );
      }}
    </Region>
  );
}
