'use client';
import { deleteRoleAssignment } from '@k12/contracts/identity/role-assignments';
import type { UserOverview } from '@k12/contracts/identity/users.overview';
import { Button } from '@k12/ui/button';
import { Dialog } from '@k12/ui/dialog';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useChange } from '@/lib/api/hooks.ts';
import { useRoleName } from '@/lib/role-names.ts';
import { roleRefreshes } from './role-refreshes.ts';

/** Rights end at once and cannot be given back with the same dates and reason, so it is asked first (UXP-36). */
export function TakeRole({ role }: { role: UserOverview['roles_held'][number] }) {
  const t = useTranslations('people');
  const tc = useTranslations('common');
  const roleName = useRoleName();
  const attempt = useAttempt();
  const take = useChange(deleteRoleAssignment, roleRefreshes);
  const [asking, setAsking] = useState(false);
  const name = roleName(role.role_key, role.role_name);
  const place = role.school_name ?? t('wholeOrganisation');
  const confirm = async () => {
    setAsking(false);
    await attempt(() => take({ params: { id: role.assignment_id } }), { done: t('roleTaken', { name }) });
  };
  return (
    <>
      <Button
        size="small"
        variant="quiet"
        onClick={() => setAsking(true)}
        aria-label={t('takeRoleNamed', { name, place })}
      >
        {t('takeRole')}
      </Button>
      <Dialog
        size="small"
        open={asking}
        onOpenChange={setAsking}
        title={t('takeRoleNamed', { name, place })}
        description={t('takeRoleText')}
        footer={
          <>
            <Button onClick={() => setAsking(false)}>{tc('cancel')}</Button>
            <Button variant="danger" onClick={() => void confirm()}>
              {t('takeRole')}
            </Button>
          </>
        }
      />
    </>
  );
}
