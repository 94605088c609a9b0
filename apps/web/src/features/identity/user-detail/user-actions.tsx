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
import type { UserOverview } from '@k12/contracts/identity/users.overview';
import { Button } from '@k12/ui/button';
import { IconButton } from '@k12/ui/icon-button';
import { Menu, MenuItem } from '@k12/ui/menu';
import {
  Archive,
  Ban,
  Ellipsis,
  Eye,
  KeyRound,
  type LucideIcon,
  Mail,
  Merge,
  Pencil,
  ShieldOff,
  UserCheck,
  UserX,
} from 'lucide-react';
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
const ResetPassword = dynamic(
  loaded(() => import('./reset-password.tsx').then((module) => module.ResetPassword)),
  { loading: nothingYet },
);
const ClearSecondSteps = dynamic(
  loaded(() => import('./clear-second-steps.tsx').then((module) => module.ClearSecondSteps)),
  { loading: nothingYet },
);
const MergeRecords = dynamic(
  loaded(() => import('./merge-records.tsx').then((module) => module.MergeRecords)),
  { loading: nothingYet },
);

type Opened = 'view' | 'reset' | 'steps' | 'merge';

export function UserActions({ known, onEdit }: { known: UserOverview; onEdit: () => void }) {
  const { user } = known;
  const t = useTranslations('people');
  const tc = useTranslations('common');
  const change = useStateChanges(user);
  const { can } = user;
  const [opened, setOpened] = useState<Opened | null>(null);
  const close = () => setOpened(null);
  // Who was invited lacks a way to sign in: the invitation comes first, an account without it is the exception.
  const isInvited = user.state === 'invited' && can.invite;
  return (
    <>
      {can.update && (
        <Button icon={<Pencil size={16} aria-hidden />} onClick={onEdit}>
          {tc('edit')}
        </Button>
      )}
      {can.reset_credentials && (
        <Button icon={<KeyRound size={16} aria-hidden />} onClick={() => setOpened('reset')}>
          {t('actions.resetPassword')}
        </Button>
      )}
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
      <MoreActions known={known} change={change} isInvited={isInvited} onOpen={setOpened} />
      {opened === 'view' && <ViewAs user={user} onClose={close} />}
      {opened === 'reset' && (
        <ResetPassword
          person={{
            id: user.id,
            display_name: user.display_name,
            address: user.contact?.email ?? null,
            signInName: user.contact?.username ?? user.contact?.email ?? null,
          }}
          onClose={close}
        />
      )}
      {opened === 'steps' && <ClearSecondSteps user={user} onClose={close} />}
      {opened === 'merge' && <MergeRecords user={user} onClose={close} />}
    </>
  );
}

interface MoreProps {
  known: UserOverview;
  change: ReturnType<typeof useStateChanges>;
  isInvited: boolean;
  onOpen: (part: Opened) => void;
}

/** What is needed rarely, the final last. */
function MoreActions({ known: { user, methods }, change, isInvited, onOpen }: MoreProps) {
  const t = useTranslations('people.actions');
  const tc = useTranslations('common');
  const mayViewAs = useMayViewAs(user);
  const mayMerge = useMayMerge(user);
  const { can } = user;
  const hasSteps = can.reset_credentials && (methods.mfa || methods.passkeys_count > 0);
  const hasPicture = can.update && user.avatar_file_id !== null;
  const items: [boolean, string, LucideIcon, () => void][] = [
    [mayViewAs, 'viewAs', Eye, () => onOpen('view')],
    [can.activate && isInvited, 'activate', UserCheck, change.activate],
    [can.invite && !isInvited, 'invite', Mail, change.invite],
    [hasSteps, 'clearSteps', ShieldOff, () => onOpen('steps')],
    [hasPicture, 'removePicture', UserX, change.removePicture],
    [mayMerge, 'merge', Merge, () => onOpen('merge')],
    [can.suspend, 'suspend', Ban, change.suspend],
  ];
  const offered = items.filter(([isOffered]) => isOffered);
  if (offered.length === 0 && !can.deactivate) return null;
  return (
    <Menu
      align="end"
      trigger={<IconButton label={tc('ui.more')} icon={<Ellipsis aria-hidden />} variant="secondary" />}
    >
      {offered.map(([, name, Icon, run]) => (
        <MenuItem key={name} icon={<Icon size={16} aria-hidden />} onPress={run}>
          {t(name as 'viewAs')}
        </MenuItem>
      ))}
      {can.deactivate && (
        <MenuItem danger icon={<Archive size={16} aria-hidden />} onPress={change.deactivate}>
          {t('deactivate')}
        </MenuItem>
      )}
    </Menu>
  );
}

/** Nobody decides about records of their own (IDN-37). */
function useMayMerge({ id, state }: User): boolean {
  const { me } = useSession();
  const reaches = me.capabilities['users.merge']?.includes('tenant') === true;
  return reaches && id !== me.user.id && (state === 'active' || state === 'invited');
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
