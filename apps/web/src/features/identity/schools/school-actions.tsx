'use client';
import { archiveSchool, restoreSchool, type School } from '@k12/contracts/identity/schools';
import { Button } from '@k12/ui/button';
import { useTranslations } from 'next-intl';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useChange } from '@/lib/api/hooks.ts';

/** Acts at once and offers to undo (UXP-36); the list shows the new state before the server answers (UXP-42). */
export function SchoolActions({ school }: { school: School }) {
  const t = useTranslations('schools');
  const attempt = useAttempt();
  const archive = useChange(archiveSchool, { expect: () => ({ state: 'archived' }) });
  const restore = useChange(restoreSchool, { expect: () => ({ state: 'active' }) });
  const params = { id: school.id };
  const archiveIt = () =>
    attempt(() => archive({ params }), {
      done: t('archived', { name: school.name }),
      undo: () => restore({ params }),
    });
  const restoreIt = () => attempt(() => restore({ params }), { done: t('restored', { name: school.name }) });
  const isActive = school.state === 'active';
  if (isActive ? !school.can.archive : !school.can.restore) return null;
  return (
    <Button size="small" variant="quiet" onClick={isActive ? archiveIt : restoreIt}>
      {t(isActive ? 'archive' : 'restore')}
    </Button>
  );
}
