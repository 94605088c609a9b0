'use client';
import { createGuardianLink } from '@k12/contracts/identity/guardian-links';
import { PersonPicker } from '@k12/ui/person-picker';
import { useToast } from '@k12/ui/toast';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useChange } from '@/lib/api/hooks.ts';
import { FormDrawer } from '@/lib/forms/form-drawer.tsx';
import { useSubmit } from '@/lib/forms/submit.ts';
import { useGuardianSearch } from './guardian-search.ts';
import { LinkFields, linkFieldNames, readLink } from './link-fields.tsx';
import { linkRefreshes } from './link-refreshes.ts';
import { useStudentSearch } from './student-search.ts';

interface Person {
  value: string;
  label: string;
}

interface Props {
  /** Known where the form is opened from the page of one of the two. */
  student?: Person;
  guardian?: Person;
  onClose: () => void;
}

const fieldNames = ['student_id', 'guardian_id', ...linkFieldNames];

/** A link made by hand holds at once (IDN-52). */
export function NewLink({ student: givenStudent, guardian: givenGuardian, onClose }: Props) {
  const t = useTranslations('guardians');
  const toast = useToast();
  const [student, setStudent] = useState<Person | null>(givenStudent ?? null);
  const [guardian, setGuardian] = useState<Person | null>(givenGuardian ?? null);
  const searchStudents = useStudentSearch();
  const searchGuardians = useGuardianSearch();
  const create = useChange(createGuardianLink, linkRefreshes);
  const form = useSubmit(fieldNames, async (values) => {
    const pair = { student_id: student?.value ?? '', guardian_id: guardian?.value ?? '' };
    const link = await create({ body: { ...pair, ...readLink(values) } });
    toast.show({ message: t('approved', { guardian: link.guardian_name, student: link.student_name }) });
    onClose();
  });
  const errors = form.failure?.fields ?? {};
  const title = givenStudent
    ? t('linkGuardianTo', { name: givenStudent.label })
    : t(givenGuardian ? 'linkStudentTo' : 'link', { name: givenGuardian?.label ?? '' });
  return (
    <FormDrawer
      title={title}
      description={t('linkText')}
      action={t('linkAction')}
      form={form}
      alsoChanged={student?.value !== givenStudent?.value || guardian?.value !== givenGuardian?.value}
      onClose={onClose}
    >
      {!givenStudent && (
        <PersonPicker
          id="student_id"
          label={t('student')}
          required
          error={errors.student_id}
          search={searchStudents}
          value={student}
          onValueChange={setStudent}
        />
      )}
      {!givenGuardian && (
        <PersonPicker
          id="guardian_id"
          label={t('guardian')}
          hint={t('guardianHint')}
          required
          error={errors.guardian_id}
          search={searchGuardians}
          value={guardian}
          onValueChange={setGuardian}
        />
      )}
      <LinkFields errors={errors} />
    </FormDrawer>
  );
}
