'use client';
import type { ApprovalRequest } from '@k12/contracts/planning/approvals';
import { Button } from '@k12/ui/button';
import { Dialog } from '@k12/ui/dialog';
import { MessageSquarePlus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { CommentForm } from '../comments/comment-form.tsx';

interface Props {
  request: ApprovalRequest;
  /** The changed field; empty for the plan as a whole. */
  path?: string;
  name: string;
}

/** A comment on what is under review; the author answers it before the next round (PLN-49, PLN-153). */
export function CommentOnChange({ request, path, name }: Props) {
  const t = useTranslations('planning-approvals.threads');
  const [isOpen, setOpen] = useState(false);
  const about = {
    approval_request_id: request.id,
    version_id: request.version_id,
    ...(path && { path }),
  };
  return (
    <>
      <Button
        size="small"
        variant="quiet"
        icon={<MessageSquarePlus aria-hidden />}
        aria-label={t('commentOn', { name })}
        onClick={() => setOpen(true)}
      >
        {t('comment')}
      </Button>
      {isOpen && (
        <Dialog open onOpenChange={setOpen} title={t('commentOn', { name })} size="small">
          <CommentForm
            planId={request.plan.id}
            about={about}
            label={t('ask')}
            action={t('comment')}
            onDone={() => setOpen(false)}
          />
        </Dialog>
      )}
    </>
  );
}
