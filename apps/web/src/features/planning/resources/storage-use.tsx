'use client';
import { getResourceStorage } from '@k12/contracts/planning/resources';
import { Progress } from '@k12/ui/progress';
import { useTranslations } from 'next-intl';
import { useApi } from '@/lib/api/hooks.ts';
import { useSize } from './resource-words.ts';

const nearlyFull = 0.9;

/** How much room there is, and one’s own share of it (PLN-139). */
export function StorageUse() {
  const t = useTranslations('planning-resources.storage');
  const size = useSize();
  const { data } = useApi(getResourceStorage, {});
  if (!data) return null;
  const { used_bytes, limit_bytes, own_bytes } = data;
  const isNearlyFull = used_bytes >= limit_bytes * nearlyFull;
  return (
    <div className="grid gap-1.5 text-small text-ink-3">
      <Progress
        label={t('label')}
        hideLabel
        value={used_bytes}
        max={limit_bytes}
        tone={isNearlyFull ? 'chalk' : 'board'}
      />
      <p className="tabular-nums">{t('used', { used: size(used_bytes), limit: size(limit_bytes) })}</p>
      <p className="tabular-nums">{t('own', { size: size(own_bytes) })}</p>
      {isNearlyFull && <p className="text-warn">{t('nearlyFull')}</p>}
    </div>
  );
}
