'use client';
import { listRoles } from '@k12/contracts/identity/roles';
import type { BulkAct } from '@k12/contracts/identity/users.bulk';
import { SelectField } from '@k12/ui/select-field';
import { useTranslations } from 'next-intl';
import { useAddress } from '@/lib/address.ts';
import { useApi } from '@/lib/api/hooks.ts';
import { FormDrawer } from '@/lib/forms/form-drawer.tsx';
import { optionalOf, textOf, useSubmit } from '@/lib/forms/submit.ts';
import { useRoleName } from '@/lib/role-names.ts';
import { useSession } from '@/lib/session-context.tsx';
import type { AskingAction } from './bulk-actions.tsx';
import { GradeField } from './grade-field.tsx';

const fieldNames = ['role_id', 'school_id', 'grade_level'];

interface Props {
  action: AskingAction;
  count: number;
  onClose: () => void;
  onGiven: (act: BulkAct) => void;
}

/** The role, school or grade that all who are selected are given. */
export function BulkForm({ action, count, onClose, onGiven }: Props) {
  const t = useTranslations('people');
  const form = useSubmit(fieldNames, async (values) => {
    onClose();
    onGiven(readAct(action, values));
  });
  return (
    <FormDrawer
      title={t(`actions.${action}`)}
      action={t('bulkApply', { count })}
      form={form}
      onClose={onClose}
    >
      {action === 'assign_role' && <RoleField />}
      {action === 'assign_grade' && (
        <GradeField id="grade_level" name="grade_level" label={t('grade')} required />
      )}
      {action !== 'assign_grade' && <SchoolField action={action} />}
    </FormDrawer>
  );
}

function RoleField() {
  const t = useTranslations('people');
  const roleName = useRoleName();
  const roles = useApi(listRoles, { query: { limit: 200 } });
  const offered = (roles.data?.data ?? []).filter((role) => role.can.assign);
  return (
    <SelectField
      id="role_id"
      name="role_id"
      label={t('role')}
      required
      placeholder={t('chooseRole')}
      options={offered.map(({ id, key, name }) => ({ value: id, label: roleName(key, name) }))}
    />
  );
}

/** Chosen in so many words; it is never what an untouched form gives (IDN-45). */
const organisation = 'organisation';

function SchoolField({ action }: { action: AskingAction }) {
  const t = useTranslations('people');
  const { me, school_id } = useSession();
  const { read } = useAddress();
  const everywhere =
    action === 'assign_role' && me.capabilities['role_assignments.manage']?.includes('tenant');
  const schools = me.schools.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <SelectField
      id="school_id"
      name="school_id"
      label={t(action === 'assign_role' ? 'whereItHolds' : 'school')}
      defaultValue={read('school_id') ?? school_id ?? schools[0]?.value}
      options={everywhere ? [...schools, { value: organisation, label: t('wholeOrganisation') }] : schools}
    />
  );
}

function readAct(action: AskingAction, form: FormData): BulkAct {
  if (action === 'assign_grade') return { action, grade_level: textOf(form, 'grade_level') };
  if (action === 'assign_school') return { action, school_id: textOf(form, 'school_id') };
  const place = optionalOf(form, 'school_id');
  return { action, role_id: textOf(form, 'role_id'), school_id: place === organisation ? null : place };
}
