'use client';
import type { FeedbackComment } from '@k12/contracts/teaching/feedback';
import { Button } from '@k12/ui/button';
import { Dialog, DialogClose } from '@k12/ui/dialog';
import { IconButton } from '@k12/ui/icon-button';
import clsx from 'clsx';
import { Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useDates } from '@/lib/dates.ts';

interface Props {
  comment: FeedbackComment;
  onRemove: (id: string) => unknown;
}

/** Something said before; one's own words can be taken back, also those that were read already. */
export function SaidComment({ comment, onRemove }: Props) {
  const t = useTranslations('teaching-grading');
  const dates = useDates();
  const isNote = comment.visibility === 'staff';
  return (
    <li
      className={clsx(
        'flex items-start gap-1 rounded-control border px-2.5 py-2 text-body',
        isNote ? 'border-dashed border-warn bg-warn-tint' : 'border-line bg-raised',
      )}
    >
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap gap-x-2 text-mini text-ink-3">
          <bdi className="font-semibold text-ink-2">{comment.author?.name ?? t('student')}</bdi>
          <span>{dates.instant(comment.created_at)}</span>
          {isNote ? <span className="font-semibold text-warn">{t('seen.staff')}</span> : null}
          {!isNote && comment.state === 'draft' && <span>{t('notPosted')}</span>}
        </p>
        <p dir="auto" className="whitespace-pre-wrap [overflow-wrap:anywhere]">
          {comment.body}
        </p>
      </div>
      {comment.can.delete && (
        <Dialog
          urgent
          size="small"
          trigger={<IconButton size="small" label={t('removeComment')} icon={<Trash2 aria-hidden />} />}
          title={t('removeCommentTitle')}
          footer={
            <>
              <DialogClose>
                <Button>{t('cancel')}</Button>
              </DialogClose>
              <DialogClose>
                <Button variant="danger" onClick={() => void onRemove(comment.id)}>
                  {t('removeComment')}
                </Button>
              </DialogClose>
            </>
          }
        >
          <p className="text-ink-2">
            {t(comment.state === 'posted' && !isNote ? 'removePosted' : 'removeUnread')}
          </p>
        </Dialog>
      )}
    </li>
  );
}
