'use client';
import {
  getTenantLimits,
  type TenantLimits,
  updateTenantLimits,
} from '@k12/contracts/identity/tenant-settings';
import { Button } from '@k12/ui/button';
import { Section } from '@k12/ui/card';
import { NumberField } from '@k12/ui/number-field';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useApi, useChange } from '@/lib/api/hooks.ts';
import { useSession } from '@/lib/session-context.tsx';
import { RegionBody } from '@/shell/region.tsx';

/** How long the bin keeps plans, and how large a file of student work may be (PLN-19, TCH-53). */
export function LimitsSection() {
  const t = useTranslations('flags.limits');
  const { me } = useSession();
  const mayDecide = me.capabilities['tenant_settings.manage']?.includes('tenant') ?? false;
  const reply = useApi(getTenantLimits, mayDecide ? {} : null);
  if (!mayDecide) return null;
  return (
    <Section title={t('title')} note={t('note')}>
      <RegionBody reply={reply}>
        {(limits) => (
          <LimitsForm key={`${limits.plan_bin_days} ${limits.submission_megabytes}`} limits={limits} />
        )}
      </RegionBody>
    </Section>
  );
}

function LimitsForm({ limits }: { limits: TenantLimits }) {
  const t = useTranslations('flags.limits');
  const tc = useTranslations('common');
  const attempt = useAttempt();
  const update = useChange(updateTenantLimits, ['tenant_limits.']);
  const [days, setDays] = useState<number | null>(limits.plan_bin_days);
  const [megabytes, setMegabytes] = useState<number | null>(limits.submission_megabytes);
  const isChanged = days !== limits.plan_bin_days || megabytes !== limits.submission_megabytes;
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (days === null || megabytes === null) return;
    const body = { plan_bin_days: days, submission_megabytes: megabytes };
    void attempt(() => update({ body }), { done: t('saved'), undo: () => update({ body: limits }) });
  };
  return (
    <form onSubmit={save} className="grid items-start gap-4 tablet:grid-cols-2">
      <NumberField
        label={t('bin')}
        hint={t('binHint')}
        unit={t('days')}
        min={7}
        max={365}
        value={days}
        onValueChange={setDays}
      />
      <NumberField
        label={t('files')}
        hint={t('filesHint')}
        unit={t('megabytes')}
        min={1}
        max={5_000}
        value={megabytes}
        onValueChange={setMegabytes}
      />
      <div>
        <Button type="submit" disabled={!isChanged || days === null || megabytes === null}>
          {tc('save')}
        </Button>
      </div>
    </form>
  );
}
