'use client';
import { Button } from '@k12/ui/button';
import { Dialog } from '@k12/ui/dialog';
import { useTranslations } from 'next-intl';
import { useSession } from '@/lib/session-context.tsx';

/**
 * Somebody else is signed in by now. Nothing of this page is read or sent in their name any more; closing the dialog only
 * lets one copy what was typed (UXP-44).
 */
export function OtherPersonDialog({ onClose }: { onClose: () => void }) {
  const { me } = useSession();
  const t = useTranslations('stepUp.other');
  return (
    <Dialog
      open
      urgent
      size="small"
      onOpenChange={(open) => !open && onClose()}
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
