'use client';
import { listPlacements, type Placement } from '@k12/contracts/planning/placements';
import type { UnitPlan } from '@k12/contracts/planning/plans';
import { CalendarRange } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useApi } from '@/lib/api/hooks.ts';
import { useDates } from '@/lib/dates.ts';
import { ownTimeZone } from '@/lib/own-time-zone.ts';
import { paths } from '@/lib/paths.ts';
import { useSession } from '@/lib/session-context.tsx';
import { AppLink } from '@/shell/app-link.tsx';

/** Where the unit stands in the year: under way, else next, else last. */
export function useNearestPlacement(unitId: string | null): Placement | undefined {
  const { me } = useSession();
  const placements = useApi(listPlacements, unitId ? { query: { unit_plan_id: unitId, limit: 50 } } : null);
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: ownTimeZone(me) }).format(new Date());
  const all = placements.data?.data ?? [];
  return (
    all.find(({ starts_on, ends_on }) => starts_on <= today && ends_on >= today) ??
    all.find(({ starts_on }) => starts_on > today) ??
    all.at(-1)
  );
}

/** The dates of the unit as one of its properties; they lead to the map, where they are moved. */
export function UnitDates({ unit }: { unit: UnitPlan }) {
  const t = useTranslations('planning-editor');
  const dates = useDates();
  const placement = useNearestPlacement(unit.id);
  if (!placement) return null;
  const at = (day: string) => new Date(`${day}T00:00:00Z`);
  const days = (at(placement.ends_on).getTime() - at(placement.starts_on).getTime()) / 86_400_000 + 1;
  return (
    <AppLink
      href={paths.planCurriculumMap(unit.id)}
      className="flex items-center gap-2 rounded-small text-body text-ink-2 hover:text-ink hover:underline"
    >
      <CalendarRange aria-hidden className="text-ink-3" />
      <span className="hidden-visually">{t('dates')}</span>
      <span>
        {dates.range(placement.starts_on, placement.ends_on)}
        {` · ${t('weeks', { count: Math.max(1, Math.round(days / 7)) })}`}
      </span>
    </AppLink>
  );
}
