'use client';
import {
  type AuditVerification,
  getAuditVerification,
  verifyAuditLog,
} from '@k12/contracts/operations/audit-log';
import { Banner } from '@k12/ui/banner';
import { Button } from '@k12/ui/button';
import { useTranslations } from 'next-intl';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useApi, useChange } from '@/lib/api/hooks.ts';
import { useDates } from '@/lib/dates.ts';
import { useSession } from '@/lib/session-context.tsx';

/** Whether the log is whole, for those who may see all of it. */
export function ChainState() {
  const t = useTranslations('audit');
  const { me } = useSession();
  const attempt = useAttempt();
  const verify = useChange(verifyAuditLog);
  const seesAll = me.capabilities['audit_log.read']?.includes('tenant') === true;
  const state = useApi(getAuditVerification, seesAll ? {} : null);
  if (!state.data) return null;
  return (
    <div className="mt-5">
      <Banner
        tone={toneOf(state.data.latest)}
        actions={
          <Button size="small" onClick={() => attempt(() => verify({}), { done: t('verifying') })}>
            {t('verify')}
          </Button>
        }
      >
        <ChainWords latest={state.data.latest} />
      </Banner>
    </div>
  );
}

function toneOf(latest: AuditVerification | null) {
  if (!latest) return 'info';
  return latest.is_whole ? 'ok' : 'bad';
}

function ChainWords({ latest }: { latest: AuditVerification | null }) {
  const t = useTranslations('audit');
  const dates = useDates();
  if (!latest) return t('notVerified');
  const when = dates.ago(latest.verified_at);
  if (latest.is_whole) return t('whole', { count: latest.checked, when });
  return t('broken', { number: latest.first_bad_number ?? 0, when });
}
