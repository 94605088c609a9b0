'use client';
import clsx from 'clsx';
import { useFormatter, useTranslations } from 'next-intl';
import { useDates } from '@/lib/dates.ts';
import type { DayKind } from './day-runs.ts';

export interface DayFacts {
  /** Null is a school day as every week has it. */
  kind: DayKind | 'weekend' | null;
  note: string | null;
  rotation_day: string | null;
}

export const looks: Record<DayKind | 'weekend', string> = {
  off: 'bg-info-tint font-semibold text-info forced-colors:border',
  half: 'bg-linear-to-tr from-50% from-info-tint to-50% to-transparent shadow-[inset_0_0_0_1px_color-mix(in_srgb,var(--info)_35%,transparent)] forced-colors:border forced-colors:border-dashed',
  special: 'border border-board-line bg-board-tint',
  school: 'border border-board-line bg-board-tint',
  weekend: 'text-ink-3',
};

interface Props {
  day: string;
  facts: DayFacts;
  isToday: boolean;
  inTabOrder: boolean;
  onFocus: (day: string) => void;
  onOpen: ((day: string) => void) | null;
}

export function DayCell({ day, facts, isToday, inTabOrder, onFocus, onOpen }: Props) {
  const t = useTranslations('school-calendar');
  const format = useFormatter();
  const dates = useDates();
  const { kind, note, rotation_day } = facts;
  const said = [
    dates.weekday(day),
    t(`kinds.${kind ?? 'school'}`),
    note,
    rotation_day && t('rotationDay', { day: rotation_day }),
  ];
  return (
    <button
      type="button"
      data-day={day}
      aria-label={said.filter(Boolean).join(', ')}
      aria-current={isToday ? 'date' : undefined}
      aria-disabled={onOpen ? undefined : true}
      title={note ?? undefined}
      tabIndex={inTabOrder ? 0 : -1}
      onFocus={() => onFocus(day)}
      onClick={() => onOpen?.(day)}
      className={clsx(
        'relative flex min-h-9 w-full flex-col items-center justify-center rounded-control text-small tabular-nums pointer-coarse:min-h-11',
        kind && looks[kind],
        onOpen && 'hover:shadow-[inset_0_0_0_1px_var(--line-strong)]',
        isToday && 'font-semibold shadow-[inset_0_0_0_2px_var(--chalk)]',
      )}
    >
      {format.number(Number(day.slice(8)))}
      {rotation_day && <span className="font-regular text-ink-2 text-mini leading-3">{rotation_day}</span>}
    </button>
  );
}
