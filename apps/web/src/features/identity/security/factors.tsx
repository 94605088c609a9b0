'use client';
import {
  type Factors as FactorsRecord,
  getFactors,
  removeTotp,
  renewRecoveryCodes,
} from '@k12/contracts/identity/mfa';
import { Badge } from '@k12/ui/badge';
import { Banner } from '@k12/ui/banner';
import { Button } from '@k12/ui/button';
import { Section } from '@k12/ui/card';
import { Dialog } from '@k12/ui/dialog';
import { List, ListRow } from '@k12/ui/list-row';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useApi, useChange } from '@/lib/api/hooks.ts';
import { useDates } from '@/lib/dates.ts';
import { loaded, nothingYet } from '@/lib/loaded-part.tsx';
import { RegionBody } from '@/shell/region.tsx';
import { RecoveryCodeList } from './recovery-code-list.tsx';

const TotpSetup = dynamic(
  loaded(() => import('./totp-setup.tsx').then((module) => module.TotpSetup)),
  { loading: nothingYet },
);
const refreshed = ['me.factors'];

export function Factors() {
  const t = useTranslations('security.factors');
  const factors = useApi(getFactors, {});
  const [dialog, setDialog] = useState<'setup' | string[] | null>(null);
  const close = () => {
    setDialog(null);
    void factors.mutate();
  };
  return (
    <Section title={t('title')} note={t('note')}>
      <RegionBody reply={factors}>
        {(record) => (
          <>
            <Due record={record} />
            <List framed label={t('title')}>
              <AppRow record={record} onSetUp={() => setDialog('setup')} />
              <CodesRow record={record} onCodes={setDialog} />
            </List>
          </>
        )}
      </RegionBody>
      {dialog !== null && (
        <Dialog
          open
          urgent
          title={t(dialog === 'setup' ? 'app' : 'newCodes')}
          onOpenChange={(open) => !open && close()}
        >
          {dialog === 'setup' ? (
            <TotpSetup onDone={close} />
          ) : (
            <RecoveryCodeList codes={dialog} onDone={close} />
          )}
        </Dialog>
      )}
    </Section>
  );
}

/** The organisation asks for a factor by a day: said early, without alarm (IDN-71). */
function Due({ record }: { record: FactorsRecord }) {
  const t = useTranslations('security.factors');
  const dates = useDates();
  if (!record.due_at) return null;
  return <Banner tone="warn">{t('due', { date: dates.instant(record.due_at) })}</Banner>;
}

function AppRow({ record, onSetUp }: { record: FactorsRecord; onSetUp: () => void }) {
  const t = useTranslations('security.factors');
  const dates = useDates();
  const attempt = useAttempt();
  const remove = useChange(removeTotp, refreshed);
  if (!record.totp) {
    const setUp = (
      <Button size="small" onClick={onSetUp}>
        {t('setUp')}
      </Button>
    );
    return <ListRow title={t('app')} description={t('appLead')} end={setUp} />;
  }
  return (
    <ListRow
      title={t('app')}
      description={t('since', { date: dates.instant(record.totp.confirmed_at) })}
      end={
        <span className="flex items-center gap-3">
          <Badge tone="ok">{t('on')}</Badge>
          <Button
            size="small"
            variant="quiet"
            onClick={() => attempt(() => remove({}), { done: t('removed') })}
          >
            {t('remove')}
          </Button>
        </span>
      }
    />
  );
}

function CodesRow({ record, onCodes }: { record: FactorsRecord; onCodes: (codes: string[]) => void }) {
  const t = useTranslations('security.factors');
  const attempt = useAttempt();
  const renew = useChange(renewRecoveryCodes, refreshed);
  if (!record.totp && record.passkeys === 0) return null;
  const make = () => attempt(async () => onCodes((await renew({})).recovery_codes));
  return (
    <ListRow
      title={t('codes')}
      description={t('codesLeft', { count: record.recovery_codes_left })}
      end={
        <Button size="small" onClick={make}>
          {t('newCodes')}
        </Button>
      }
    />
  );
}
