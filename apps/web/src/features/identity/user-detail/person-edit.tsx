'use client';
import type { User } from '@k12/contracts/identity/users';
import { DateField } from '@k12/ui/date-field';
import { TextField } from '@k12/ui/text-field';
import { useTranslations } from 'next-intl';
import { FormDrawer } from '@/lib/forms/form-drawer.tsx';
import { Conflicts } from './conflicts.tsx';
import { type EditField, usePersonEdit } from './person-edit-state.ts';

const labels = {
  given_name: 'givenName',
  family_name: 'familyName',
  preferred_name: 'preferredName',
  pronounced_as: 'pronouncedAs',
  pronouns: 'pronouns',
  email: 'email',
  username: 'username',
  student_number: 'studentNumber',
  staff_number: 'staffNumber',
  external_id: 'externalId',
  birth_on: 'birthDay',
} as const satisfies Record<EditField, string>;

export function PersonEdit({ user, onClose }: { user: User; onClose: () => void }) {
  const t = useTranslations('people');
  const tc = useTranslations('common');
  const edit = usePersonEdit(user, onClose);
  const field = (name: EditField) => ({
    id: name,
    name,
    label: t(labels[name]),
    value: edit.values[name],
    error: edit.failure?.fields[name],
    autoComplete: 'off',
    onChange: (event: { target: { value: string } }) => edit.change(name, event.target.value),
  });
  return (
    <FormDrawer
      title={t('editNamed', { name: user.display_name })}
      action={tc('save')}
      form={edit}
      onClose={onClose}
    >
      <Conflicts
        conflicts={edit.conflicts}
        labelOf={(name) => t(labels[name])}
        onChoose={edit.change}
        values={edit.values}
      />
      <div className="grid grid-cols-2 gap-4">
        <TextField {...field('given_name')} required />
        <TextField {...field('family_name')} hint={t('familyNameHint')} />
      </div>
      <div className="grid grid-cols-2 gap-4">
        <TextField {...field('preferred_name')} />
        <TextField {...field('pronouns')} />
      </div>
      <TextField {...field('pronounced_as')} hint={t('pronouncedAsHint')} />
      <TextField {...field('email')} type="email" />
      <TextField {...field('username')} dir="ltr" />
      <div className="grid grid-cols-2 gap-4">
        <TextField {...field('student_number')} />
        <TextField {...field('staff_number')} />
      </div>
      <TextField {...field('external_id')} />
      {user.restricted && <DateField {...field('birth_on')} />}
    </FormDrawer>
  );
}
