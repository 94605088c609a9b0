'use client';
import type { Trend } from '@k12/contracts/teaching/mastery';
import { ArrowDownRight, ArrowRight, ArrowUpRight } from 'lucide-react';
import { useTranslations } from 'next-intl';

const marks = { up: ArrowUpRight, down: ArrowDownRight, steady: ArrowRight } as const;

/** Which way the newest evidence moved a result. */
export function TrendMark({ trend }: { trend: Trend }) {
  const t = useTranslations('teaching-mastery.trends');
  const Mark = marks[trend];
  return (
    <>
      <Mark aria-hidden size={13} className="shrink-0 rtl:-scale-x-100" />
      <span className="hidden-visually">{t(trend)}</span>
    </>
  );
}
