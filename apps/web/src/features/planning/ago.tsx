'use client';
import { useDates } from '@/lib/dates.ts';

/** How long ago, in words; the server and the browser may be a second apart when they say it. */
export function Ago({ at }: { at: string }) {
  const dates = useDates();
  return (
    <time dateTime={at} suppressHydrationWarning>
      {dates.ago(at)}
    </time>
  );
}
