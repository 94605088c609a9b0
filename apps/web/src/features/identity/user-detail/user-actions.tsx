'use client';
import { inviteUser } from '@k12/contracts/identity/invitations';
import { removePicture } from '@k12/contracts/identity/pictures';
import {
  activateUser,
  deactivateUser,
  restoreUser,
  suspendUser,
  type User,
} from '@k12/contracts/identity/users';
import { Button } from '@k12/ui/button';
import { IconButton } from '@k12/ui/icon-button';
import { Menu, MenuItem } from '@k12/ui/menu';
import { Archive, Ellipsis, Eye, Mail, Pencil, UserCheck, UserX } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useChange } from '@/lib/api/hooks.ts';
import { loaded, nothingYet } from '@/lib/loaded-part.tsx';
import { useSession } from '@/lib/session-context.tsx';

const ViewAs = dynamic(
  loaded(() => import('./view-as.tsx').then((module) => module.ViewAs)),
  { loading: nothingYet },
);

export function UserActions({ user, onEdit }: { user: User; onEdit: () => void }) {
  const t = useTranslations('people');
  const tc = useTranslations('common');
  const change = useStateChanges(user);
  const { can } = user;
  const mayViewAs = useMayViewAs(user);
  const [viewing, setViewing] = useState(false);
  // Who was invited lacks a way to sign in: the invitation comes first, an account without it is the exception.
  const isInvited = user.state === 'invited' && can.invite;
  const hasPicture = can.update && user.avatar_file_id !== null;
  return (
    <>
      {can.update && (
        <Button icon={<Pencil size={16} aria-hidden />} onClick={onEdit}>
          {tc('edit')}
        </Button>
      )}
      {can.suspend && <Button onClick={change.suspend}>{t('actions.suspend')}</Button>}
      {isInvited && (
        <Button variant="primary" onClick={change.invite}>
          {t('actions.invite')}
        </Button>
      )}
      {can.activate && !isInvited && (
        <Button variant="primary" onClick={change.activate}>
          {t('actions.activate')}
        </Button>
      )}
      {can.restore && (
        <Button variant="primary" onClick={change.restore}>
          {t('actions.restore')}
        </Button>
      )}
      {(mayViewAs ||
        (can.invite && !isInvited) ||
        can.deactivate ||
        (can.activate && isInvited) ||
        hasPicture) && (
        <Menu
          align="end"
          trigger={<IconButton label={tc('ui.more')} icon={<Ellipsis aria-hidden />} variant="secondary" />}
        >
          {mayViewAs && (
            <MenuItem icon={<Eye size={16} aria-hidden />} onPress={() => setViewing(true)}>
              {t('actions.viewAs')}
            </MenuItem>
          )}
          {can.activate && isInvited && (
            <MenuItem icon={<UserCheck size={16} aria-hidden />} onPress={change.activate}>
              {t('actions.activate')}
            </MenuItem>
          )}
          {can.invite && !isInvited && (
            <MenuItem icon={<Mail size={16} aria-hidden />} onPress={change.invite}>
              {t('actions.invite')}
            </MenuItem>
          )}
          {hasPicture && (
            <MenuItem icon={<UserX size={16} aria-hidden />} onPress={change.removePicture}>
              {t('actions.removePicture')}
            </MenuItem>
          )}
          {can.deactivate && (
            <MenuItem danger icon={<Archive size={16} aria-hidden />} onPress={change.deactivate}>
              {t('actions.deactivate')}
            </MenuItem>
          )}
        </Menu>
      )}
      {viewing && <ViewAs user={user} onClose={() => setViewing(false)} />}
    </>
  );
}

/** Not oneself, nobody whose account is shut, and not from within another's view (IDN-95). */
function useMayViewAs({ id, state }: User): boolean {
  const { me } = useSession();
  const mayUse = me.capabilities['users.impersonate'] !== undefined && me.impersonation === null;
  return mayUse && state === 'active' && id !== me.user.id;
}

/** Every change of state acts at once and can be taken back (UXP-36). */
function useStateChanges({ id, display_name: name, state }: User) {
  const t = useTranslations('people.done');
  const attempt = useAttempt();
  const suspend = useChange(suspendUser);
  const activate = useChange(activateUser);
  const deactivate = useChange(deactivateUser);
  const restore = useChange(restoreUser);
  const invite = useChange(inviteUser);
  const removePictureOf = useChange(removePicture);
  const params = { id };
  return {
    suspend: () =>
      attempt(() => suspend({ params, body: {} }), {
        done: t('suspend', { name }),
        undo: () => activate({ params }),
      }),
    activate: () =>
      attempt(() => activate({ params }), {
        done: t(state === 'invited' ? 'open' : 'activate', { name }),
        undo: () => suspend({ params, body: {} }),
      }),
    deactivate: () =>
      attempt(() => deactivate({ params, body: {} }), {
        done: t('deactivate', { name }),
        undo: () => restore({ params }),
      }),
    restore: () =>
      attempt(() => restore({ params }), {
        done: t('restore', { name }),
        undo: () => deactivate({ params, body: {} }),
      }),
    removePicture: () => attempt(() => removePictureOf({ params }), { done: t('removePicture', { name }) }),
    invite: () => attempt(() => invite({ params }), { done: t('invite', { name }) }),
  };
}
