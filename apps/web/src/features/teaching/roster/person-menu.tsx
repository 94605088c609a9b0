'use client';
import { detachEnrollment, type Enrollment, updateEnrollment } from '@k12/contracts/teaching/enrollments';
import { IconButton } from '@k12/ui/icon-button';
import { Menu, MenuItem } from '@k12/ui/menu';
import { Ellipsis } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useChange } from '@/lib/api/hooks.ts';
import { loaded, nothingYet } from '@/lib/loaded-part.tsx';
import { useSession } from '@/lib/session-context.tsx';

const ResetPassword = dynamic(
  loaded(() =>
    import('@/features/identity/user-detail/reset-password.tsx').then((module) => module.ResetPassword),
  ),
  { loading: nothingYet },
);

interface Props {
  person: Enrollment;
  /** Null where work is nothing for the caller. */
  onPanel: (() => void) | null;
  onAccommodation: (() => void) | null;
  onMove: () => void;
}

/** What can be done about one person of the course; what is not allowed is not offered. */
export function PersonMenu({ person, onPanel, onAccommodation, onMove }: Props) {
  const t = useTranslations('teaching-roster');
  const tp = useTranslations('people');
  const attempt = useAttempt();
  const update = useChange(updateEnrollment, ['enrollments.', 'courses.', 'gradebook.', 'groups.']);
  const detach = useChange(detachEnrollment, ['enrollments.']);
  const { id, lock_version, can, user_name: name } = person;
  const change = (state: 'active' | 'withdrawn') =>
    attempt(() => update({ params: { id }, body: { state, lock_version } }), {
      done: t(state === 'withdrawn' ? 'withdrawn' : 'returned', { name }),
    });
  const { me } = useSession();
  const [coding, setCoding] = useState(false);
  const isStudentHere = person.state === 'active' && person.role === 'student';
  const mayCode = isStudentHere && me.capabilities['users.reset_credentials']?.includes('course');
  return (
    <>
      <Menu
        align="end"
        trigger={
          <IconButton
            size="small"
            variant="quiet"
            label={t('actions', { name })}
            icon={<Ellipsis aria-hidden />}
          />
        }
      >
        {onPanel && <MenuItem onPress={onPanel}>{t('open')}</MenuItem>}
        {onAccommodation && <MenuItem onPress={onAccommodation}>{t('accommodation')}</MenuItem>}
        {can.update && isStudentHere && <MenuItem onPress={onMove}>{t('moveTo')}</MenuItem>}
        {mayCode && <MenuItem onPress={() => setCoding(true)}>{tp('actions.signInCode')}</MenuItem>}
        {can.update && person.state === 'active' && (
          <MenuItem danger onPress={() => void change('withdrawn')}>
            {t('withdraw')}
          </MenuItem>
        )}
        {can.update && person.state === 'withdrawn' && (
          <MenuItem onPress={() => void change('active')}>{t('takeBack')}</MenuItem>
        )}
        {can.detach && (
          <MenuItem onPress={() => void attempt(() => detach({ params: { id }, body: { lock_version } }))}>
            {t('detach')}
          </MenuItem>
        )}
      </Menu>
      {coding && (
        <ResetPassword
          codeOnly
          person={{ id: person.user_id, display_name: name, address: null, signInName: null }}
          onClose={() => setCoding(false)}
        />
      )}
    </>
  );
}
