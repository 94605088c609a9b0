'use client';
import { listSchools } from '@k12/contracts/identity/schools';
import { listTerms } from '@k12/contracts/identity/terms';
import { List, ListRow } from '@k12/ui/list-row';
import { useTranslations } from 'next-intl';
import { useApi } from '@/lib/api/hooks.ts';
import { findPage } from '@/lib/pages.ts';
import { paths } from '@/lib/paths.ts';
import { Region } from '@/shell/region.tsx';

const yearsAddress = '/admin/academic-years';
const peopleAddress = '/admin/users';

interface Step {
  key: string;
  words: string;
  href: string;
}

/** What a school cannot start without, told by what is missing; nothing is ticked by hand. */
export function SetUp() {
  const t = useTranslations('homes');
  const schools = useApi(listSchools, { query: { state: 'active' } });
  const terms = useApi(listTerms, { query: {} });
  const steps: Step[] = [];
  if (schools.data?.data.length === 0)
    steps.push({ key: 'schools', words: t('set.schools'), href: `${paths.adminSchools()}?open=new` });
  if (terms.data?.data.length === 0) steps.push({ key: 'terms', words: t('set.terms'), href: yearsAddress });
  for (const { id, name, staff_count, students_count } of schools.data?.data ?? []) {
    const href = `${peopleAddress}?school=${id}`;
    if (staff_count === 0) steps.push({ key: `${id}-staff`, words: t('set.staff', { name }), href });
    if (students_count === 0) steps.push({ key: `${id}-students`, words: t('set.students', { name }), href });
  }
  return (
    <Region title={t('toDo')} reply={schools}>
      {() =>
        steps.length === 0 ? (
          <p className="text-ink-2">{t('set.none')}</p>
        ) : (
          <List label={t('toDo')}>
            {steps.map(({ key, words, href }) => (
              <ListRow key={key} title={words} {...(findPage(href.split('?')[0] ?? '') && { href })} />
            ))}
          </List>
        )
      }
    </Region>
  );
}
