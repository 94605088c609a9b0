'use client';
import type { CoverageCounts, CoverageMeasure } from '@k12/contracts/planning/coverage';
import { Badge } from '@k12/ui/badge';
import { useFormatter, useTranslations } from 'next-intl';
import { coverageLevel } from './coverage-level.ts';

const tones = { good: 'ok', partly: 'warn', gaps: 'bad' } as const;

/** A share with its colour and the word that says the same; a school without such grades has none (IDN-09). */
export function CoverageFigure({
  of,
  measure,
}: {
  of: CoverageCounts | undefined;
  measure: CoverageMeasure;
}) {
  const t = useTranslations('homes.coverage');
  const format = useFormatter();
  if (!of) return <span className="text-ink-3">–</span>;
  if (of.denominator === 0) return <span className="text-ink-3">{t('noGrades')}</span>;
  const share = of[measure] / of.denominator;
  const level = coverageLevel(share);
  return (
    <Badge tone={tones[level]}>
      {t('level', { share: format.number(share, { style: 'percent' }), level: t(`levels.${level}`) })}
    </Badge>
  );
}
