'use client';
import { List, ListRow } from '@k12/ui/list-row';
import { PageHeader } from '@k12/ui/page-header';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { safeNext } from '@/lib/paths.ts';
import { useSession } from '@/lib/session-context.tsx';

/** For people of several schools: which one this tab is about (UXP-07). */
export function SelectSchoolScreen({ next }: { next: string | null }) {
  const t = useTranslations();
  const router = useRouter();
  const { me, school_id, chooseSchool } = useSession();
  const choose = (id: string | null) => {
    chooseSchool(id);
    router.push(safeNext(next, me.home));
  };
  return (
    <div className="mx-auto max-w-form">
      <PageHeader title={t('pages.selectSchool')} description={t('legal.selectSchoolText')} />
      <List framed label={t('pages.selectSchool')} className="mt-6">
        {me.schools.length > 1 && (
          <ListRow title={t('shell.allSchools')} selected={school_id === null} onPress={() => choose(null)} />
        )}
        {me.schools.map((school) => (
          <ListRow
            key={school.id}
            title={<bdi>{school.name}</bdi>}
            description={school.code}
            selected={school.id === school_id}
            onPress={() => choose(school.id)}
          />
        ))}
      </List>
    </div>
  );
}
