'use client';
import { createRoleAssignment } from '@k12/contracts/identity/role-assignments';
import { listRoles } from '@k12/contracts/identity/roles';
import type { User } from '@k12/contracts/identity/users';
import { Checkbox } from '@k12/ui/checkbox';
import { DateField } from '@k12/ui/date-field';
import { SelectField } from '@k12/ui/select-field';
import { useTranslations } from 'next-intl';
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
  user: Pick<User, 'id' | 'display_name'>;
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
      <AssignmentFields errors={form.failure?.fields ?? {}} />
    </FormDrawer>
  );
}

function AssignmentFields({ errors }: { errors: Record<string, string> }) {
  const t = useTranslations('people');
  const { me } = useSession();
  const roleName = useRoleName();
  const roles = useApi(listRoles, { query: { limit: 200 } });
  const offered = (roles.data?.data ?? []).filter((role) => role.can.assign);
  const everywhere = me.capabilities['role_assignments.manage']?.includes('tenant');
  const field = (name: string) => ({ id: name, name, error: errors[name] });
  return (
    <>
      <SelectField
        {...field('role_id')}
        label={t('role')}
        required
        placeholder={t('chooseRole')}
        options={offered.map(({ id, key, name }) => ({ value: id, label: roleName(key, name) }))}
      />
      <SelectField
        {...field('school_id')}
        label={t('whereItHolds')}
        {...(everywhere && { placeholder: t('wholeOrganisation') })}
        options={me.schools.map(({ id, name }) => ({ value: id, label: name }))}
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

function readAssignment(user_id: string, form: FormData) {
  const school_id = optionalOf(form, 'school_id');
  return {
    user_id,
    role_id: textOf(form, 'role_id'),
    scope: school_id ? ('school' as const) : ('tenant' as const),
    school_id,
    starts_on: optionalOf(form, 'starts_on'),
    ends_on: optionalOf(form, 'ends_on'),
    confirm_change_of_kind: form.get('confirm_change_of_kind') !== null,
  };
}
