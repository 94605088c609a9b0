'use client';
import { listRoles, type Role } from '@k12/contracts/identity/roles';
import { createUser } from '@k12/contracts/identity/users';
import { Checkbox } from '@k12/ui/checkbox';
import { SelectField } from '@k12/ui/select-field';
import { TextField } from '@k12/ui/text-field';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useApi, useChange } from '@/lib/api/hooks.ts';
import { FormDrawer } from '@/lib/forms/form-drawer.tsx';
import { optionalOf, textOf, useSubmit } from '@/lib/forms/submit.ts';
import { paths } from '@/lib/paths.ts';
import { useRoleName } from '@/lib/role-names.ts';
import { useSession } from '@/lib/session-context.tsx';
import { GradeField } from './grade-field.tsx';

const fieldNames = [
  'given_name',
  'family_name',
  'pronounced_as',
  'email',
  'username',
  'role_id',
  'school_id',
  'grade_level',
  'student_number',
  'staff_number',
];

interface Props {
  /** The school that is looked at: a right for the whole organisation is only given by choosing it. */
  school_id: string | null;
  onClose: () => void;
}

/** Adds one person with a first role. */
export function PersonForm({ school_id, onClose }: Props) {
  const t = useTranslations('people');
  const router = useRouter();
  const create = useChange(createUser);
  const form = useSubmit(fieldNames, async (values) => {
    const user = await create({ body: readPerson(values) });
    onClose();
    router.push(paths.adminUser(user.id));
  });
  return (
    <FormDrawer title={t('add')} action={t('add')} form={form} onClose={onClose}>
      <PersonFields errors={form.failure?.fields ?? {}} school_id={school_id} />
    </FormDrawer>
  );
}

function PersonFields({ errors, school_id }: Pick<Props, 'school_id'> & { errors: Record<string, string> }) {
  const t = useTranslations('people');
  const { me } = useSession();
  const roleName = useRoleName();
  const roles = useApi(listRoles, { query: { limit: 200 } });
  const [roleId, setRoleId] = useState('');
  const offered = (roles.data?.data ?? []).filter((role) => role.can.assign);
  const isStudent = keyOf(offered, roleId) === 'student';
  const field = (name: string) => ({ id: name, name, error: errors[name], autoComplete: 'off' });
  const everySchool = me.capabilities['users.create']?.includes('tenant');
  return (
    <>
      <div className="grid grid-cols-2 gap-4">
        <TextField {...field('given_name')} label={t('givenName')} required />
        <TextField {...field('family_name')} label={t('familyName')} hint={t('familyNameHint')} />
      </div>
      <TextField {...field('pronounced_as')} label={t('pronouncedAs')} hint={t('pronouncedAsHint')} />
      <SelectField
        {...field('role_id')}
        label={t('role')}
        required
        placeholder={t('chooseRole')}
        value={roleId}
        onValueChange={setRoleId}
        options={offered.map(({ id, key, name }) => ({ value: id, label: roleName(key, name) }))}
      />
      <SelectField
        {...field('school_id')}
        label={t('school')}
        {...(everySchool && { placeholder: t('wholeOrganisation') })}
        defaultValue={school_id ?? ''}
        options={me.schools.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextField {...field('email')} label={t('email')} type="email" hint={t('emailOrUsername')} />
      <TextField {...field('username')} label={t('username')} dir="ltr" />
      {isStudent ? (
        <div className="grid grid-cols-2 gap-4">
          <GradeField {...field('grade_level')} label={t('grade')} />
          <TextField {...field('student_number')} label={t('studentNumber')} />
        </div>
      ) : (
        <TextField {...field('staff_number')} label={t('staffNumber')} />
      )}
      <Checkbox name="invite" label={t('sendInvitation')} hint={t('invitationHint')} defaultChecked />
    </>
  );
}

function keyOf(roles: Role[], id: string): string | undefined {
  return roles.find((role) => role.id === id)?.key;
}

function readPerson(form: FormData) {
  return {
    given_name: textOf(form, 'given_name'),
    family_name: textOf(form, 'family_name'),
    pronounced_as: optionalOf(form, 'pronounced_as'),
    role_id: textOf(form, 'role_id'),
    school_id: optionalOf(form, 'school_id'),
    email: optionalOf(form, 'email'),
    username: optionalOf(form, 'username'),
    grade_level: optionalOf(form, 'grade_level'),
    student_number: optionalOf(form, 'student_number'),
    staff_number: optionalOf(form, 'staff_number'),
    invite: form.get('invite') !== null,
  };
}
