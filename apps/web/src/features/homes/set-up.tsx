'use client';
import type { DistrictSchool, OnboardingKey } from '@k12/contracts/identity/district';
import { List, ListRow } from '@k12/ui/list-row';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { findPage, mayOpen } from '@/lib/pages.ts';
import { paths } from '@/lib/paths.ts';
import { useSession } from '@/lib/session-context.tsx';

const places: Record<OnboardingKey, (school: DistrictSchool) => string> = {
  admin_created: ({ id }) => `${paths.adminUsers()}?school_id=${id}`,
  school_configured: ({ id }) => `${paths.adminSchools()}?open=${id}`,
  academic_year: paths.adminAcademicYears,
  teachers_added: ({ id }) => `${paths.adminUsers()}?school_id=${id}`,
  students_added: ({ id }) => `${paths.adminUsers()}?school_id=${id}`,
  course_created: paths.teachCourses,
  standards_imported: paths.adminStandards,
};

/** Pages that show the school chosen in the tab instead of one in their address. */
const ofChosenSchool: readonly OnboardingKey[] = ['academic_year', 'course_created'];

interface Step {
  key: string;
  words: string;
  href: string;
  /** To be chosen on the way there. */
  school_id: string | null;
}

/** Of a school that has its grades it is the address that is missing. */
function missingOf(key: OnboardingKey, { lowest_grade, highest_grade }: DistrictSchool) {
  return key === 'school_configured' && lowest_grade && highest_grade ? 'address' : key;
}

/** What a school cannot start without, told by what is missing; nothing is ticked by hand. */
export function SetUp({ schools }: { schools: readonly DistrictSchool[] }) {
  const t = useTranslations('homes');
  const heading = useId();
  const { me, chooseSchool } = useSession();
  const router = useRouter();
  const steps: Step[] = schools.flatMap((school) =>
    school.onboarding.missing.map((key) => ({
      key: `${school.id}-${key}`,
      words:
        schools.length > 1
          ? t('missingAt', { name: school.name, what: t(`missing.${missingOf(key, school)}`) })
          : t(`missing.${missingOf(key, school)}`),
      href: places[key](school),
      school_id: me.schools.length > 1 && ofChosenSchool.includes(key) ? school.id : null,
    })),
  );
  if (schools.length === 0)
    steps.push({
      ...{ key: 'schools', words: t('firstSchool'), school_id: null },
      href: `${paths.adminSchools()}?open=new`,
    });
  const isOpen = (href: string) => {
    const page = findPage(href.split('?')[0] ?? '');
    return page !== undefined && mayOpen(page, me);
  };
  const wayOf = ({ href, school_id }: Step) => {
    if (!isOpen(href)) return {};
    if (!school_id) return { href };
    return {
      onPress: () => {
        chooseSchool(school_id);
        router.push(href);
      },
    };
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
          {steps.map((step) => (
            <ListRow key={step.key} title={step.words} {...wayOf(step)} />
          ))}
        </List>
      )}
    </section>
  );
}
