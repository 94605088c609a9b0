'use client';
import {
  type AccessibilityRequest,
  setAccessibilityRequestState,
} from '@k12/contracts/operations/accessibility-requests';
import { Button } from '@k12/ui/button';
import { Drawer } from '@k12/ui/drawer';
import { TextLink } from '@k12/ui/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useChange } from '@/lib/api/hooks.ts';
import { useDates } from '@/lib/dates.ts';

/** The words of the sender in full, how to answer, and whether it was looked after. */
export function RequestDrawer({ request, onClose }: { request: AccessibilityRequest; onClose: () => void }) {
  const t = useTranslations('accessibility');
  const dates = useDates();
  const attempt = useAttempt();
  const [sending, setSending] = useState(false);
  const change = useChange(setAccessibilityRequestState);
  const { id, reference, lock_version, message, place, reply_to, closed_at } = request;
  const isOpen = request.state === 'open';
  const press = async () => {
    setSending(true);
    const body = { state: isOpen ? ('closed' as const) : ('open' as const), lock_version };
    const done = t(isOpen ? 'closedDone' : 'reopenedDone', { reference });
    if (await attempt(() => change({ params: { id }, body }), { done })) onClose();
    setSending(false);
  };
  return (
    <Drawer
      open
      onOpenChange={(open) => !open && onClose()}
      title={<bdi>{reference}</bdi>}
      description={dates.instant(request.created_at)}
      footer={
        <Button variant={isOpen ? 'primary' : 'secondary'} onClick={press} loading={sending}>
          {t(isOpen ? 'close' : 'reopen')}
        </Button>
      }
    >
      <p lang={request.locale} dir="auto" className="whitespace-pre-wrap [overflow-wrap:anywhere]">
        {message}
      </p>
      <dl className="mt-5 grid gap-3 text-small">
        <div>
          <dt className="text-ink-3">{t('place')}</dt>
          <dd dir="auto">{place ?? t('noPlace')}</dd>
        </div>
        <div>
          <dt className="text-ink-3">{t('answerTo')}</dt>
          <dd>
            {reply_to ? (
              <TextLink href={`mailto:${reply_to}?subject=${encodeURIComponent(reference)}`}>
                <bdi>{reply_to}</bdi>
              </TextLink>
            ) : (
              t('noAnswer')
            )}
          </dd>
        </div>
      </dl>
      {closed_at && (
        <p className="mt-4 text-small text-ink-3">{t('closedAt', { when: dates.instant(closed_at) })}</p>
      )}
    </Drawer>
  );
}
