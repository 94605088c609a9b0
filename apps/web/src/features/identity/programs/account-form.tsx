'use client';
import {
  adoptServiceAccount,
  createServiceAccount,
  type ServiceAccount,
} from '@k12/contracts/identity/api-tokens';
import { listUsers, type UserListItem } from '@k12/contracts/identity/users';
import { PersonPicker } from '@k12/ui/person-picker';
import { TextField } from '@k12/ui/text-field';
import { useToast } from '@k12/ui/toast';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { callApi } from '@/lib/api/browser.ts';
import { useChange } from '@/lib/api/hooks.ts';
import { FormDrawer } from '@/lib/forms/form-drawer.tsx';
import { textOf, useSubmit } from '@/lib/forms/submit.ts';
import { useSession } from '@/lib/session-context.tsx';
import { programRefreshes } from './program-refreshes.ts';

interface Owner {
  value: string;
  label: string;
}

/** A new account, or the two who answer for one from now on (IDN-89). */
export function AccountForm({ account, onClose }: { account: ServiceAccount | null; onClose: () => void }) {
  const t = useTranslations('programs.accounts');
  const tc = useTranslations('common');
  const toast = useToast();
  const { owners, given, choose } = useOwners(account);
  const create = useChange(createServiceAccount, programRefreshes);
  const adopt = useChange(adoptServiceAccount, programRefreshes);
  const form = useSubmit(['name', 'owner_ids'], async (values) => {
    const owner_ids = owners.flatMap((owner) => owner?.value ?? []);
    if (account) await adopt({ params: { id: account.id }, body: { owner_ids } });
    else await create({ body: { name: textOf(values, 'name'), owner_ids } });
    toast.show({ message: t(account ? 'adopted' : 'added') });
    onClose();
  });
  const errors = form.failure?.fields ?? {};
  return (
    <FormDrawer
      title={account ? t('ownersOf', { name: account.name }) : t('add')}
      description={t(account ? 'ownersText' : 'addText')}
      action={tc('save')}
      form={form}
      alsoChanged={owners.some((owner, at) => owner?.value !== given[at]?.value)}
      onClose={onClose}
    >
      {!account && (
        <TextField
          id="name"
          name="name"
          label={t('name')}
          hint={t('nameHint')}
          required
          maxLength={120}
          autoComplete="off"
          error={errors.name}
        />
      )}
      {(['first', 'second'] as const).map((place, at) => (
        <PersonPicker
          key={place}
          id={`owner_ids_${at}`}
          label={t(place)}
          required
          search={findAdmins}
          value={owners[at] ?? null}
          onValueChange={(owner) => choose(at, owner)}
          {...(at === 0 && errors.owner_ids && { error: t('twoAdmins') })}
        />
      ))}
    </FormDrawer>
  );
}

/** Those who still answer; for a new account whoever makes it is the first. */
function useOwners(account: ServiceAccount | null) {
  const { me } = useSession();
  const [given] = useState<Owner[]>(() =>
    account
      ? account.owners
          .filter((owner) => owner.left_at === null)
          .map(({ id, display_name }) => ({ value: id, label: display_name }))
      : [{ value: me.user.id, label: me.user.display_name }],
  );
  const [owners, setOwners] = useState<(Owner | null)[]>([given[0] ?? null, given[1] ?? null]);
  const choose = (at: number, owner: Owner | null) =>
    setOwners((now) => now.map((one, place) => (place === at ? owner : one)));
  return { owners, given, choose };
}

const adminRoles = ['district_admin', 'admin'];

/** Only admins can answer for an account. */
async function findAdmins(words: string, signal: AbortSignal): Promise<Owner[]> {
  const q = words.trim();
  const ask = (query: Record<string, string | number>) =>
    callApi(listUsers, { query: { limit: 20, state: 'active', ...query } }, { signal });
  const pages = await Promise.all(adminRoles.map((role) => ask({ role, ...(q && { q }) })));
  const people = new Map(pages.flatMap(({ data }) => data).map((person) => [person.id, person]));
  return [...people.values()].map(ownerOf);
}

const ownerOf = ({ id, display_name }: UserListItem): Owner => ({ value: id, label: display_name });
