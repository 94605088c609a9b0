'use client';
import type { DistrictSchool, OnboardingKey } from '@k12/contracts/identity/district';
import { List, ListRow } from '@k12/ui/list-row';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { findPage, mayOpen } from '@/lib/pages.ts';
import { paths } from '@/lib/paths.ts';
import { useSession } from '@/lib/session-context.tsx';

const places: Record<OnboardingKey, (school: DistrictSchool) => string> = {
  admin_created: ({ id }) => `${paths.adminUsers()}?school_id=${id}&role=admin`,
  school_configured: ({ id }) => `${paths.adminSchools()}?open=${id}`,
  academic_year: paths.adminAcademicYears,
  teachers_added: ({ id }) => `${paths.adminUsers()}?school_id=${id}&role=teacher`,
  students_added: ({ id }) => `${paths.adminUsers()}?school_id=${id}&role=student`,
  course_created: paths.teachCourses,
  standards_imported: paths.adminStandards,
};

interface Step {
  key: string;
  words: string;
  href: string;
}

/** What a school cannot start without, told by what is missing; nothing is ticked by hand. */
export function SetUp({ schools }: { schools: readonly DistrictSchool[] }) {
  const t = useTranslations('homes');
  const heading = useId();
  const { me } = useSession();
  const steps: Step[] = schools.flatMap((school) =>
    school.onboarding.missing.map((key) => ({
      key: `${school.id}-${key}`,
      words:
        schools.length > 1
          ? t('missingAt', { name: school.name, what: t(`missing.${key}`) })
          : t(`missing.${key}`),
      href: places[key](school),
    })),
  );
  if (schools.length === 0)
    steps.push({ key: 'schools', words: t('firstSchool'), href: `${paths.adminSchools()}?open=new` });
  const isOpen = (href: string) => {
    const page = findPage(href.split('?')[0] ?? '');
    return page !== undefined && mayOpen(page, me);
  };
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading} className="mb-3 text-large font-semibold">
        {t('toDo')}
      </h2>
      {steps.length === 0 ? (
        <p className="text-ink-2">{t('nothingToSetUp')}</p>
      ) : (
        <List label={t('toDo')}>
          {steps.map(({ key, words, href }) => (
            <ListRow key={key} title={words} {...(isOpen(href) && { href })} />
          ))}
        </List>
      )}
    </section>
  );
}
