'use client';
import { Button } from '@k12/ui/button';
import { Dialog } from '@k12/ui/dialog';
import { useTranslations } from 'next-intl';
import { useSession } from '@/lib/session-context.tsx';

/** Somebody else is signed in by now. Nothing of this page is sent in their name; it can only be left (UXP-44). */
export function OtherPersonDialog() {
  const { me } = useSession();
  const t = useTranslations('stepUp.other');
  return (
    <Dialog
      open
      urgent
      size="small"
      title={t('title')}
      description={t('text', { name: me.user.display_name })}
      footer={
        <Button variant="primary" onClick={() => window.location.assign('/')}>
          {t('leave')}
        </Button>
      }
    />
  );
}
