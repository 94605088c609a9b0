'use client';
import { createSchool, type School, updateSchool } from '@k12/contracts/identity/schools';
import { Button } from '@k12/ui/button';
import { Drawer } from '@k12/ui/drawer';
import { FormErrorSummary } from '@k12/ui/form-error-summary';
import { SelectField } from '@k12/ui/select-field';
import { TextArea } from '@k12/ui/text-area';
import { TextField } from '@k12/ui/text-field';
import { useToast } from '@k12/ui/toast';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useChange } from '@/lib/api/hooks.ts';
import { NewerNotice } from '@/lib/forms/newer-notice.tsx';
import { useRecordForm } from '@/lib/forms/record-form.ts';
import { useCloseGuard } from '@/lib/forms/unsaved-guard.ts';
import { paths } from '@/lib/paths.ts';
import { useSession } from '@/lib/session-context.tsx';
import { useWeekdayName, weekFrom } from '@/lib/weekdays.ts';
import { GradeField } from '../users/grade-field.tsx';

interface Props {
  /** Null adds a school. */
  school: School | null;
  onClose: () => void;
}

export function SchoolForm({ school, onClose }: Props) {
  const t = useTranslations('schools');
  const tc = useTranslations('common');
  const te = useTranslations('errors');
  const form = useSchoolForm(school, onClose);
  const close = useCloseGuard(form.dirty, onClose);
  const readOnly = school !== null && !school.can.update;
  return (
    <Drawer
      open
      onOpenChange={(open) => !open && close()}
      title={school ? (readOnly ? school.name : t('edit', { name: school.name })) : t('newTitle')}
      footer={
        !readOnly && (
          <>
            <Button onClick={close}>{tc('cancel')}</Button>
            <Button type="submit" form={form.id} variant="primary" loading={form.sending}>
              {tc('save')}
            </Button>
          </>
        )
      }
    >
      <form {...form.props} className="grid gap-4">
        <NewerNotice take={form.newer} />
        <FormErrorSummary title={te('check', { count: form.failures.length })} errors={form.failures} />
        <fieldset disabled={readOnly} className="grid gap-4">
          <SchoolFields form={form} />
        </fieldset>
      </form>
    </Drawer>
  );
}

function useSchoolForm(school: School | null, onClose: () => void) {
  const t = useTranslations('schools');
  const { me } = useSession();
  const toast = useToast();
  const router = useRouter();
  const create = useChange(createSchool);
  const update = useChange(updateSchool);
  return useRecordForm({
    values: {
      name: school?.name ?? '',
      code: school?.code ?? '',
      address: school?.address ?? '',
      time_zone: school?.time_zone ?? me.tenant.time_zone,
      lowest_grade: school?.lowest_grade ?? null,
      highest_grade: school?.highest_grade ?? null,
      first_weekday: String(school?.first_weekday ?? ''),
    },
    version: school?.lock_version,
    send: async ({ first_weekday, ...given }, headers, lock_version) => {
      const body = { ...given, first_weekday: first_weekday === '' ? null : Number(first_weekday) };
      const { id, name } = school
        ? await update({ params: { id: school.id }, body: { ...body, lock_version } })
        : await create({ body }, headers);
      onClose();
      const toPeople = {
        label: t('toItsPeople'),
        onPress: () => router.push(`${paths.adminUsers()}?school_id=${id}`),
      };
      toast.show({ message: t('saved', { name }), action: school ? undefined : toPeople });
    },
  });
}

function SchoolFields({ form: { field } }: { form: ReturnType<typeof useSchoolForm> }) {
  const t = useTranslations('schools');
  const weekdayName = useWeekdayName('long');
  const weekdays = weekFrom(0).map((day) => ({ value: String(day), label: weekdayName(day) }));
  const zones = Intl.supportedValuesOf('timeZone').map((value) => ({ value, label: value }));
  return (
    <>
      <TextField
        {...field('name', { label: t('name'), required: true, maxLength: 120 })}
        autoComplete="off"
      />
      <TextField
        {...field('code', { label: t('code'), required: true, maxLength: 40 })}
        hint={t('codeHint')}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
      />
      <TextArea
        {...field('address', { label: t('address'), emptyIsNull: true })}
        rows={2}
        autoComplete="street-address"
      />
      <SelectField {...field('time_zone', { label: t('timeZone'), required: true })} options={zones} />
      <SelectField
        {...field('first_weekday', { label: t('firstWeekday') })}
        options={weekdays}
        placeholder={t('asLanguage')}
      />
      <div className="grid grid-cols-2 gap-4">
        <GradeField {...field('lowest_grade', { label: t('lowestGrade'), emptyIsNull: true })} />
        <GradeField {...field('highest_grade', { label: t('highestGrade'), emptyIsNull: true })} />
      </div>
    </>
  );
}
