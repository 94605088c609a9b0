'use client';
import { deleteRole, type Role } from '@k12/contracts/identity/roles';
import { Button } from '@k12/ui/button';
import { Dialog } from '@k12/ui/dialog';
import { SelectField } from '@k12/ui/select-field';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useChange } from '@/lib/api/hooks.ts';
import { paths } from '@/lib/paths.ts';
import { useRoleName } from '@/lib/role-names.ts';

/** A role in use is only removed together with what its holders get instead (IDN-44). */
export function DeleteRole({ role, roles }: { role: Role; roles: Role[] }) {
  const t = useTranslations('roles');
  const tc = useTranslations('common');
  const router = useRouter();
  const roleName = useRoleName();
  const attempt = useAttempt();
  const remove = useChange(deleteRole, ['roles.', 'role_assignments.']);
  const [asking, setAsking] = useState(false);
  const [replacement, setReplacement] = useState('');
  const inUse = role.holders_count > 0;
  const confirm = async () => {
    const query = replacement ? { replacement_id: replacement } : {};
    const isGone = await attempt(() => remove({ params: { id: role.id }, query }), {
      done: t('deleted', { name: role.name }),
    });
    if (isGone) router.push(paths.adminRoles());
  };
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t('delete')}</Button>
      <Dialog
        size="small"
        open={asking}
        onOpenChange={setAsking}
        title={t('deleteNamed', { name: role.name })}
        description={t('deleteText', { count: role.holders_count })}
        footer={
          <>
            <Button onClick={() => setAsking(false)}>{tc('cancel')}</Button>
            <Button variant="danger" disabled={inUse && !replacement} onClick={confirm}>
              {t('delete')}
            </Button>
          </>
        }
      >
        {inUse && (
          <SelectField
            label={t('replacement')}
            required
            placeholder={t('chooseReplacement')}
            value={replacement}
            onValueChange={setReplacement}
            options={roles
              .filter((other) => other.id !== role.id && other.can.assign)
              .map(({ id, key, name }) => ({ value: id, label: roleName(key, name) }))}
          />
        )}
      </Dialog>
    </>
  );
}
