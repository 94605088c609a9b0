'use client';
import { createRole, type Role } from '@k12/contracts/identity/roles';
import { SelectField } from '@k12/ui/select-field';
import { TextArea } from '@k12/ui/text-area';
import { TextField } from '@k12/ui/text-field';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useChange } from '@/lib/api/hooks.ts';
import { FormDrawer } from '@/lib/forms/form-drawer.tsx';
import { optionalOf, textOf, useSubmit } from '@/lib/forms/submit.ts';
import { paths } from '@/lib/paths.ts';
import { useRoleName } from '@/lib/role-names.ts';

/** A custom role starts blank or as a copy; what it may do is then changed on its own page. */
export function RoleForm({ roles, onClose }: { roles: Role[]; onClose: () => void }) {
  const t = useTranslations('roles');
  const router = useRouter();
  const roleName = useRoleName();
  const create = useChange(createRole);
  const form = useSubmit(['name', 'description', 'copied_from'], async (values) => {
    const copied = roles.find((role) => role.id === textOf(values, 'copied_from'));
    const body = {
      name: textOf(values, 'name'),
      description: optionalOf(values, 'description'),
      copied_from: copied?.key ?? null,
      capabilities: copied?.capabilities ?? [],
    };
    const role = await create({ body });
    onClose();
    router.push(paths.adminRole(role.id));
  });
  const field = (name: string) => ({ id: name, name, error: form.failure?.fields[name] });
  return (
    <FormDrawer title={t('add')} action={t('add')} form={form} onClose={onClose}>
      <TextField {...field('name')} label={t('name')} required autoComplete="off" />
      <TextArea {...field('description')} label={t('description')} rows={3} />
      <SelectField
        {...field('copied_from')}
        label={t('copyOf')}
        placeholder={t('blank')}
        options={roles.map(({ id, key, name }) => ({ value: id, label: roleName(key, name) }))}
      />
    </FormDrawer>
  );
}
