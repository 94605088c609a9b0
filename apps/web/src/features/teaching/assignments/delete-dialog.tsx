'use client';
import type { Assignment } from '@k12/contracts/teaching/assignments';
import { Button } from '@k12/ui/button';
import { Dialog, DialogClose } from '@k12/ui/dialog';
import { useTranslations } from 'next-intl';

interface Props {
  chosen: readonly Assignment[];
  onClose: () => void;
  onDelete: () => void;
}

/** Says what goes before it goes, and that it can come back (TCH-45). */
export function DeleteDialog({ chosen, onClose, onDelete }: Props) {
  const t = useTranslations('teaching-assignments');
  const common = useTranslations('common');
  const graded = chosen.reduce((sum, { graded_count }) => sum + graded_count, 0);
  return (
    <Dialog
      open
      urgent
      size="small"
      onOpenChange={(open) => !open && onClose()}
      title={t('deleteTitle', { count: chosen.length })}
      footer={
        <>
          <DialogClose>
            <Button>{common('cancel')}</Button>
          </DialogClose>
          <Button variant="danger" onClick={onDelete}>
            {t('delete')}
          </Button>
        </>
      }
    >
      {graded > 0 && <p className="mb-2 font-medium">{t('deleteGrades', { count: graded })}</p>}
      <p className="text-ink-2">{t('deleteText')}</p>
    </Dialog>
  );
}
