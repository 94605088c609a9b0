'use client';
import {
  approveGuardianLink,
  endGuardianLink,
  type GuardianLink,
  restoreGuardianLink,
  restrictGuardianLink,
} from '@k12/contracts/identity/guardian-links';
import { Button } from '@k12/ui/button';
import { IconButton } from '@k12/ui/icon-button';
import { Menu, MenuItem } from '@k12/ui/menu';
import { Ellipsis } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useChange } from '@/lib/api/hooks.ts';
import { loaded, nothingYet } from '@/lib/loaded-part.tsx';
import { linkRefreshes } from './link-refreshes.ts';

const EditLink = dynamic(
  loaded(() => import('./edit-link.tsx').then((module) => module.EditLink)),
  { loading: nothingYet },
);
const AdultBasis = dynamic(
  loaded(() => import('./adult-basis.tsx').then((module) => module.AdultBasis)),
  { loading: nothingYet },
);

/** What may be done now; each acts at once and can be taken back where the link keeps its history. */
export function LinkActions({ link }: { link: GuardianLink }) {
  const t = useTranslations('guardians');
  const steps = useSteps(link);
  const [opened, setOpened] = useState<'edit' | 'adult' | null>(null);
  const close = () => setOpened(null);
  const { can } = link;
  const names = { guardian: link.guardian_name, student: link.student_name };
  return (
    <>
      {can.approve && (
        <Button size="small" aria-label={t('approveNamed', names)} onClick={steps.approve}>
          {t('approve')}
        </Button>
      )}
      {can.restore && (
        <Button size="small" aria-label={t('restoreNamed', names)} onClick={steps.restore}>
          {t('restore')}
        </Button>
      )}
      {(can.update || can.restrict || can.end) && (
        <Menu
          align="end"
          trigger={
            <IconButton
              size="small"
              label={t('moreNamed', names)}
              icon={<Ellipsis size={16} aria-hidden />}
            />
          }
        >
          {can.update && <MenuItem onPress={() => setOpened('edit')}>{t('edit')}</MenuItem>}
          {can.update && link.state === 'active' && (
            <MenuItem onPress={() => setOpened('adult')}>{t('adult.action')}</MenuItem>
          )}
          {can.restrict && <MenuItem onPress={steps.restrict}>{t('restrict')}</MenuItem>}
          {can.end && <MenuItem onPress={steps.end}>{t('end')}</MenuItem>}
        </Menu>
      )}
      {opened === 'edit' && <EditLink link={link} onClose={close} />}
      {opened === 'adult' && <AdultBasis link={link} onClose={close} />}
    </>
  );
}

function useSteps(link: GuardianLink) {
  const t = useTranslations('guardians');
  const attempt = useAttempt();
  const approve = useChange(approveGuardianLink, linkRefreshes);
  const restrict = useChange(restrictGuardianLink, linkRefreshes);
  const end = useChange(endGuardianLink, linkRefreshes);
  const restore = useChange(restoreGuardianLink, linkRefreshes);
  const request = { params: { id: link.id } };
  const names = { guardian: link.guardian_name, student: link.student_name };
  const undo = link.state === 'active' ? { undo: () => restore(request) } : {};
  return {
    approve: () => void attempt(() => approve(request), { done: t('approved', names) }),
    restore: () => void attempt(() => restore(request), { done: t('restored', names) }),
    restrict: () => void attempt(() => restrict(request), { done: t('restricted', names), ...undo }),
    end: () => void attempt(() => end(request), { done: t('ended', names), ...undo }),
  };
}
