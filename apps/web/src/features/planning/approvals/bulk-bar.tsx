'use client';
import { bulkApprove } from '@k12/contracts/planning/approvals';
import { Banner } from '@k12/ui/banner';
import { Button } from '@k12/ui/button';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useChange } from '@/lib/api/hooks.ts';

interface Props {
  chosen: readonly string[];
  onDone: () => void;
}

/** Approves what was chosen; what was not looked at is refused, and said (PLN-53). */
export function BulkBar({ chosen, onDone }: Props) {
  const t = useTranslations('planning-approvals');
  const attempt = useAttempt();
  const approve = useChange(bulkApprove, ['approvals.', 'unit_plans.']);
  const [refused, setRefused] = useState(0);
  const [isBusy, setBusy] = useState(false);
  const send = async () => {
    setBusy(true);
    await attempt(async () => {
      const { data } = await approve({ body: { ids: chosen.slice(0, 50) } });
      setRefused(data.filter((one) => one.status === 'refused').length);
      onDone();
    });
    setBusy(false);
  };
  return (
    <>
      {refused > 0 && (
        <div className="mb-3">
          <Banner tone="warn" live onDismiss={() => setRefused(0)}>
            {t('bulkRefused', { count: refused })}
          </Banner>
        </div>
      )}
      {chosen.length > 0 && (
        <div className="mb-3 flex flex-wrap items-center gap-3 rounded-card bg-sunken px-3 py-2">
          <span aria-live="polite">{t('chosen', { count: chosen.length })}</span>
          <Button size="small" variant="primary" loading={isBusy} onClick={() => void send()}>
            {t('approveChosen')}
          </Button>
          <Button size="small" variant="quiet" onClick={onDone}>
            {t('chooseNone')}
          </Button>
        </div>
      )}
    </>
  );
}
