'use client';
import { useFormatter, useNow, useTranslations } from 'next-intl';
import { useSyncExternalStore } from 'react';
import { useSession } from '@/lib/session-context.tsx';

const fullLook = {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: 'numeric',
  minute: '2-digit',
} as const;

/** Times of the school, whatever the device says (PPL-158); in full beside the reader's where theirs differ (UXP-95). */
export function useMoments(timeZone: string) {
  const format = useFormatter();
  const now = useNow();
  const t = useTranslations('learn');
  const readersZone = useReadersZone() ?? timeZone;
  const fullIn = (at: string, zone: string) => {
    const options = { ...fullLook, timeZone: zone };
    return {
      plain: format.dateTime(new Date(at), options),
      named: format.dateTime(new Date(at), { ...options, timeZoneName: 'short' }),
    };
  };
  const dayOf = (at: Date) =>
    format.dateTime(at, { timeZone, year: 'numeric', month: 'numeric', day: 'numeric' });
  const time = (at: string) =>
    format.dateTime(new Date(at), { timeZone, hour: 'numeric', minute: '2-digit' });
  const isOn = (at: string, offset: number) =>
    dayOf(new Date(at)) === dayOf(new Date(now.getTime() + offset * 86_400_000));
  return {
    time,
    isToday: (at: string) => isOn(at, 0),
    /** Near days by name, farther ones by date. */
    near: (at: string) => {
      if (isOn(at, 0)) return t('today', { time: time(at) });
      if (isOn(at, 1)) return t('tomorrow', { time: time(at) });
      if (isOn(at, -1)) return t('yesterday', { time: time(at) });
      const date = new Date(at);
      const isClose = Math.abs(date.getTime() - now.getTime()) < 6 * 86_400_000;
      const day = format.dateTime(date, {
        timeZone,
        weekday: 'short',
        ...(isClose ? {} : { day: 'numeric', month: 'short' }),
      });
      return t('onDay', { day, time: time(at) });
    },
    full: (at: string) => {
      const school = fullIn(at, timeZone);
      const own = fullIn(at, readersZone);
      return own.plain === school.plain
        ? school.named
        : t('bothZones', { school: school.named, own: own.plain });
    },
  };
}

/** The zone somebody chose, or else that of the device, which the server does not know. */
function useReadersZone(): string | null {
  const { me } = useSession();
  const device = useSyncExternalStore(never, deviceZone, () => null);
  return me.user.time_zone ?? device;
}

const never = () => () => {};
const deviceZone = () => new Intl.DateTimeFormat().resolvedOptions().timeZone;
