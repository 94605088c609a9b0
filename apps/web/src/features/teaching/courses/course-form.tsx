'use client';
import { type AcademicYear, listAcademicYears } from '@k12/contracts/identity/academic-years';
import { Banner } from '@k12/ui/banner';
import { Button } from '@k12/ui/button';
import { Drawer } from '@k12/ui/drawer';
import { FormErrorSummary } from '@k12/ui/form-error-summary';
import { Link } from '@k12/ui/link';
import { useTranslations } from 'next-intl';
import { useApi } from '@/lib/api/hooks.ts';
import { useCloseGuard, useUnsavedGuard } from '@/lib/forms/unsaved-guard.ts';
import { paths } from '@/lib/paths.ts';
import { useSession } from '@/lib/session-context.tsx';
import { RegionBody } from '@/shell/region.tsx';
import { CoursePlaceFields, CourseWordFields } from './course-fields.tsx';
import { useCourseForm } from './use-course-form.ts';

/** A course with its first section in one request (TCH-01); then the course itself, where everything else is. */
export function CourseForm({ onClose }: { onClose: () => void }) {
  const t = useTranslations('teaching-courses.new');
  const asked = useApi(listAcademicYears, { query: {} });
  const years = asked.data?.data.filter(({ state }) => state === 'active' || state === 'planned');
  if (years && years.length > 0) return <YearsForm years={years} onClose={onClose} />;
  // It opens whole, so that the focus finds the first field.
  if (!asked.data && !asked.error) return null;
  return (
    <Drawer open title={t('title')} onOpenChange={(open) => !open && onClose()}>
      <RegionBody reply={asked}>{() => <NoYear />}</RegionBody>
    </Drawer>
  );
}

/** A course belongs to a year: whoever may plan one is led there. */
function NoYear() {
  const t = useTranslations('teaching-courses.new');
  const { me } = useSession();
  return (
    <Banner tone="info" title={t('noYear')}>
      {'academic_years.manage' in me.capabilities ? (
        <Link href={paths.adminAcademicYears()}>{t('planYear')}</Link>
      ) : (
        t('noYearText')
      )}
    </Banner>
  );
}

function YearsForm({ years, onClose }: { years: readonly AcademicYear[]; onClose: () => void }) {
  const t = useTranslations('teaching-courses.new');
  const tc = useTranslations('common');
  const te = useTranslations('errors');
  const course = useCourseForm(years);
  const { form, isTouched } = course;
  useUnsavedGuard(isTouched && !form.sending);
  const close = useCloseGuard(form.dirty || isTouched, onClose);
  return (
    <Drawer
      open
      onOpenChange={(open) => !open && close()}
      title={t('title')}
      footer={
        <>
          <Button onClick={close}>{tc('cancel')}</Button>
          <Button type="submit" form={form.id} variant="primary" loading={form.sending}>
            {t('create')}
          </Button>
        </>
      }
    >
      <form {...form.props} className="grid gap-4">
        <FormErrorSummary title={te('check', { count: form.failures.length })} errors={form.failures} />
        <CourseWordFields course={course} />
        <CoursePlaceFields course={course} years={years} />
      </form>
    </Drawer>
  );
}
