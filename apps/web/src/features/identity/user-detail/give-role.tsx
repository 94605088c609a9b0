'use client';
import { createRoleAssignment } from '@k12/contracts/identity/role-assignments';
import { listRoles } from '@k12/contracts/identity/roles';
import type { User } from '@k12/contracts/identity/users';
import { Checkbox } from '@k12/ui/checkbox';
import { DateField } from '@k12/ui/date-field';
import { SelectField } from '@k12/ui/select-field';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useApi, useChange } from '@/lib/api/hooks.ts';
import { FormDrawer } from '@/lib/forms/form-drawer.tsx';
import { optionalOf, textOf, useSubmit } from '@/lib/forms/submit.ts';
import { useRoleName } from '@/lib/role-names.ts';
import { useSession } from '@/lib/session-context.tsx';
import { roleRefreshes } from './role-refreshes.ts';

const fieldNames = ['role_id', 'school_id', 'starts_on', 'ends_on', 'confirm_change_of_kind'];

export function GiveRole({
  user,
  onClose,
}: {
  user: Pick<User, 'id' | 'display_name'> & Partial<Pick<User, 'memberships'>>;
  onClose: () => void;
}) {
  const t = useTranslations('people');
  const give = useChange(createRoleAssignment, roleRefreshes);
  const form = useSubmit(fieldNames, async (values) => {
    await give({ body: readAssignment(user.id, values) });
    onClose();
  });
  return (
    <FormDrawer
      title={t('giveRoleTo', { name: user.display_name })}
      action={t('giveRole')}
      form={form}
      onClose={onClose}
    >
      <AssignmentFields errors={form.failure?.fields ?? {}} memberships={user.memberships ?? []} />
    </FormDrawer>
  );
}

/** A place like the schools, to be chosen in so many words. */
const organisation = 'organisation';

interface FieldsProps {
  errors: Record<string, string>;
  memberships: User['memberships'];
}

function AssignmentFields({ errors, memberships }: FieldsProps) {
  const t = useTranslations('people');
  const { me } = useSession();
  const roleName = useRoleName();
  const roles = useApi(listRoles, { query: { limit: 200 } });
  const offered = (roles.data?.data ?? []).filter((role) => role.can.assign);
  const everywhere = me.capabilities['role_assignments.manage']?.includes('tenant');
  const main = mainSchool(memberships, me.schools);
  const [place, setPlace] = useState(main);
  const chooseRole = (role_id: string) => {
    const isWide = offered.some(({ id, key }) => id === role_id && key === 'district_admin');
    if (isWide && everywhere) setPlace(organisation);
    else if (place === organisation) setPlace(main);
  };
  const field = (name: string) => ({ id: name, name, error: errors[name] });
  return (
    <>
      <SelectField
        {...field('role_id')}
        label={t('role')}
        required
        onValueChange={chooseRole}
        placeholder={t('chooseRole')}
        options={offered.map(({ id, key, name }) => ({ value: id, label: roleName(key, name) }))}
      />
      <SelectField
        {...field('school_id')}
        label={t('whereItHolds')}
        required
        placeholder={t('chooseSchool')}
        value={place}
        onValueChange={setPlace}
        options={[
          ...me.schools.map(({ id, name }) => ({ value: id, label: name })),
          ...(everywhere ? [{ value: organisation, label: t('wholeOrganisation') }] : []),
        ]}
      />
      <div className="grid grid-cols-2 gap-4">
        <DateField {...field('starts_on')} label={t('startsOn')} />
        <DateField {...field('ends_on')} label={t('endsOn')} />
      </div>
      {errors.confirm_change_of_kind && (
        <Checkbox {...field('confirm_change_of_kind')} label={t('becomesStaff')} />
      )}
    </>
  );
}

function mainSchool(memberships: User['memberships'], schools: readonly { id: string }[]): string {
  const own = memberships.filter(
    ({ in_force, school_id }) => in_force && schools.some(({ id }) => id === school_id),
  );
  const main = own.find(({ is_primary }) => is_primary) ?? own[0];
  return main?.school_id ?? (schools.length === 1 ? (schools[0]?.id ?? '') : '');
}

function readAssignment(user_id: string, form: FormData) {
  const place = optionalOf(form, 'school_id');
  return {
    user_id,
    role_id: textOf(form, 'role_id'),
    // Without a place there is no silent one: the server asks for it.
    scope: place === organisation ? ('tenant' as const) : ('school' as const),
    school_id: place === organisation ? null : place,
    starts_on: optionalOf(form, 'starts_on'),
    ends_on: optionalOf(form, 'ends_on'),
    confirm_change_of_kind: form.get('confirm_change_of_kind') !== null,
  };
}
