'use client';
import {
  checkNames,
  getHealthReport,
  type HealthReport,
  metricNames,
} from '@k12/contracts/operations/health';
import { Button } from '@k12/ui/button';
import { Section } from '@k12/ui/card';
import { List, ListRow } from '@k12/ui/list-row';
import { PageHeader } from '@k12/ui/page-header';
import { Stat } from '@k12/ui/stat';
import { type Status, StatusBadge } from '@k12/ui/status-badge';
import { useFormatter, useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { useApi } from '@/lib/api/hooks.ts';
import { useDates } from '@/lib/dates.ts';
import { RegionBody } from '@/shell/region.tsx';
import { VitalsSection } from '../vitals/vitals-section.tsx';
import { metricUnits } from './metric-units.ts';

const refreshMs = 30_000;
const tones: Record<HealthReport['overall'], Status> = {
  healthy: 'approved',
  warning: 'in_review',
  critical: 'failed',
};

/** First in words, then in numbers; nothing can be changed here. */
export function HealthScreen() {
  const t = useTranslations('health');
  const tc = useTranslations('common');
  const report = useApi(getHealthReport, {});
  const { mutate } = report;
  useEffect(() => {
    const timer = setInterval(() => document.hidden || mutate(), refreshMs);
    return () => clearInterval(timer);
  }, [mutate]);
  return (
    <>
      <PageHeader
        title={t('title')}
        description={report.data && <Words report={report.data} />}
        actions={<Button onClick={() => mutate()}>{tc('refresh')}</Button>}
      />
      <div className="mt-8 grid gap-10">
        <RegionBody reply={report}>
          {(known) => (
            <>
              <Checks report={known} />
              <Metrics report={known} />
            </>
          )}
        </RegionBody>
        <VitalsSection />
      </div>
    </>
  );
}

function Words({ report }: { report: HealthReport }) {
  const t = useTranslations('health');
  const answering = checkNames.filter((name) => report.checks[name].status !== 'critical').length;
  const backup = report.metrics.backup_age_hours.value;
  const parts = [
    answering === checkNames.length
      ? t('allAnswer', { count: answering })
      : t('someAnswer', { answering, count: checkNames.length }),
    backup === null ? t('backupUnknown') : t('backupAge', { hours: Math.round(backup) }),
  ];
  return <span role="status">{parts.join(' ')}</span>;
}

function Checks({ report }: { report: HealthReport }) {
  const t = useTranslations('health');
  const dates = useDates();
  return (
    <Section
      title={t('parts')}
      note={t('asOf', { time: dates.instant(report.timestamp), version: report.version })}
    >
      <List framed label={t('parts')}>
        {checkNames.map((name) => {
          const check = report.checks[name];
          return (
            <ListRow
              key={name}
              title={t(`checks.${name}`)}
              description={check.error_code ? check.detail : t(`means.${check.status}`)}
              end={
                <span className="flex items-center gap-3">
                  {check.latency_ms !== null && (
                    <span className="text-small text-ink-3">
                      {t('milliseconds', { value: Math.round(check.latency_ms) })}
                    </span>
                  )}
                  <StatusBadge status={tones[check.status]}>{t(`states.${check.status}`)}</StatusBadge>
                </span>
              }
            />
          );
        })}
      </List>
    </Section>
  );
}

function Metrics({ report }: { report: HealthReport }) {
  const t = useTranslations('health');
  const format = useFormatter();
  const measured = metricNames.filter((name) => report.metrics[name].value !== null);
  const others = metricNames.filter((name) => report.metrics[name].value === null);
  return (
    <Section title={t('figures')}>
      <div className="grid grid-cols-2 gap-x-6 gap-y-6 tablet:grid-cols-3 laptop:grid-cols-4">
        {measured.map((name) => (
          <Stat
            key={name}
            label={t(`metrics.${name}`)}
            value={format.number(report.metrics[name].value ?? 0, { maximumFractionDigits: 1 })}
            unit={metricUnits[name] && t(`units.${metricUnits[name]}`)}
          />
        ))}
      </div>
      {others.length > 0 && (
        <p className="mt-2 text-small text-ink-3">
          {t('notMeasured', { names: format.list(others.map((name) => t(`metrics.${name}`))) })}
        </p>
      )}
    </Section>
  );
}
