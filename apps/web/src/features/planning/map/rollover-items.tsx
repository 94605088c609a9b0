'use client';
import type { PlanRollover, RolloverItem } from '@k12/contracts/planning/plan-rollovers';
import { Badge } from '@k12/ui/badge';
import { useTranslations } from 'next-intl';
import { useDates } from '@/lib/dates.ts';

interface Props {
  items: readonly RolloverItem[];
  rollover: PlanRollover | null;
}

/** Each unit with its old and new days; what does not fit says why, and afterwards what came of each. */
export function RolloverItems({ items, rollover }: Props) {
  const t = useTranslations('planning-map.rollover');
  const dates = useDates();
  if (items.length === 0) return null;
  const range = ({ starts_on, ends_on }: RolloverItem['was']) =>
    `${dates.shortDay(starts_on)} – ${dates.shortDay(ends_on)}`;
  return (
    <ul aria-label={t('units')} className="divide-y divide-line border-line border-y">
      {items.map((item) => {
        const outcome = rollover?.items.find(({ placement_id }) => placement_id === item.placement_id);
        const reason = outcome?.reason ?? item.reason;
        return (
          <li key={item.placement_id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2.5">
            <bdi className="min-w-0 flex-1 basis-48 font-medium">{item.title}</bdi>
            <span className="text-ink-2 text-small">
              {item.becomes
                ? t('moves', { before: range(item.was), after: range(item.becomes) })
                : range(item.was)}
            </span>
            {item.notes_count > 0 && (
              <span className="text-ink-3 text-small">{t('notes', { count: item.notes_count })}</span>
            )}
            {reason && <Badge tone="warn">{t(`reasons.${reason}`)}</Badge>}
            {outcome?.status === 'placed' && <Badge tone="ok">{t('placed')}</Badge>}
          </li>
        );
      })}
    </ul>
  );
}
