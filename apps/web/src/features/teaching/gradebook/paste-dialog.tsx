'use client';
import { Button } from '@k12/ui/button';
import { Dialog } from '@k12/ui/dialog';
import { useTranslations } from 'next-intl';
import { summarize } from './sheet-clipboard.ts';
import type { DialogProps } from './sheet-dialogs.tsx';
import type { Edit } from './sheet-store.ts';

/** Says what a pasted block changes before it does (TCH-98). */
export function PasteDialog({ store, mark, edits, onClose }: DialogProps & { edits: Edit[] }) {
  const t = useTranslations('teaching-gradebook');
  const summary = summarize(store, edits, mark);
  const usable = edits.filter((edit) => store.understand(edit, mark).kind !== 'refused');
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="small"
      title={t('paste.title')}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button
            variant="primary"
            disabled={summary.changes === 0}
            onClick={() => {
              store.edit(usable, 'paste', mark);
              onClose();
            }}
          >
            {t('paste.apply', { count: summary.changes })}
          </Button>
        </>
      }
    >
      <ul className="grid gap-1 text-body">
        <li>{t('paste.changes', { count: summary.changes })}</li>
        <li>{t('paste.overwritten', { count: summary.overwritten })}</li>
        <li>{t('paste.same', { count: summary.same })}</li>
        <li className={summary.refused > 0 ? 'text-bad' : ''}>
          {t('paste.refused', { count: summary.refused })}
        </li>
      </ul>
    </Dialog>
  );
}
