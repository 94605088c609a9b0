'use client';
import { listRoles } from '@k12/contracts/identity/roles';
import { UserState } from '@k12/contracts/identity/users';
import { Button } from '@k12/ui/button';
import { TextField } from '@k12/ui/text-field';
import { useTranslations } from 'next-intl';
import { useAddress, useTypedFilter } from '@/lib/address.ts';
import { useApi } from '@/lib/api/hooks.ts';
import { useRoleName } from '@/lib/role-names.ts';
import { useSession } from '@/lib/session-context.tsx';
import { AddressSelect } from '@/shell/address-select.tsx';
import { ListSearch } from '@/shell/list-search.tsx';

export function useClearFilters(): () => void {
  const { write } = useAddress();
  return () => write({ q: null, role: null, school_id: null, grade_level: null, state: null });
}

export function UsersFilters({ isFiltered }: { isFiltered: boolean }) {
  const t = useTranslations('people');
  const { me } = useSession();
  const roleName = useRoleName();
  const roles = useApi(listRoles, { query: { limit: 200 } });
  const clear = useClearFilters();
  return (
    <search
      aria-label={t('filters')}
      className="my-5 grid grid-cols-2 items-center gap-2 tablet:flex tablet:flex-wrap"
    >
      <div className="col-span-2 tablet:w-80">
        <ListSearch label={t('search')} />
      </div>
      <AddressSelect
        name="role"
        label={t('role')}
        all={t('allRoles')}
        options={(roles.data?.data ?? []).map(({ key, name }) => ({
          value: key,
          label: roleName(key, name),
        }))}
      />
      {me.schools.length > 1 && (
        <AddressSelect
          name="school_id"
          label={t('school')}
          all={t('allSchools')}
          options={me.schools.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <AddressSelect
        name="state"
        label={t('state')}
        all={t('allStates')}
        options={UserState.options
          .filter((state) => state !== 'anonymized')
          .map((state) => ({ value: state, label: t(`states.${state}`) }))}
      />
      <GradeFilter />
      {isFiltered && (
        <Button variant="quiet" onClick={clear}>
          {t('clearFilters')}
        </Button>
      )}
    </search>
  );
}

function GradeFilter() {
  const t = useTranslations('people');
  const { typed, setTyped } = useTypedFilter('grade_level');
  return (
    <div className="tablet:w-24">
      <TextField
        label={t('grade')}
        hideLabel
        placeholder={t('grade')}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
    </div>
  );
}
