'use client';
import { type EmphasisRow, getEmphasisProgression } from '@k12/contracts/planning/coverage';
import { Badge } from '@k12/ui/badge';
import { EmptyState } from '@k12/ui/empty-state';
import { SimpleTable } from '@k12/ui/simple-table';
import { useTranslations } from 'next-intl';
import { useApi } from '@/lib/api/hooks.ts';
import { RegionBody } from '@/shell/region.tsx';
import { useGradeWords } from '../grade-words.ts';
import type { CoverageWords } from './coverage-view.ts';

/** Introduced, developed, mastered, reviewed: one row for each standard, one column for each grade (PLN-103). */
export function Progression({ scope }: { scope: CoverageWords }) {
  const t = useTranslations('planning-standards.coverage');
  const gradeWords = useGradeWords();
  const reply = useApi(getEmphasisProgression, { query: scope });
  return (
    <RegionBody reply={reply}>
      {({ data, grade_levels }) =>
        data.length === 0 ? (
          <EmptyState title={t('noEmphasis')}>{t('noEmphasisText')}</EmptyState>
        ) : (
          <SimpleTable<EmphasisRow>
            label={t('views.progression')}
            rows={data}
            rowKey={({ standard }) => standard.id}
            columns={[
              {
                key: 'standard',
                header: t('standard'),
                cell: ({ standard }) => (
                  <span title={standard.statement}>{standard.code || standard.statement}</span>
                ),
              },
              ...grade_levels.map((grade) => ({
                key: grade,
                header: gradeWords([grade]),
                cell: ({ grades }: EmphasisRow) => (
                  <span className="flex flex-wrap gap-1">
                    {(grades.find(({ grade_level }) => grade_level === grade)?.emphases ?? []).map(
                      (emphasis) => (
                        <Badge key={emphasis} tone={emphasis === 'mastered' ? 'board' : 'neutral'}>
                          {t(`emphases.${emphasis}`)}
                        </Badge>
                      ),
                    )}
                  </span>
                ),
              })),
              {
                key: 'flags',
                header: t('flags'),
                cell: ({ flags }) => (
                  <span className="flex flex-wrap gap-1">
                    {flags.map((flag) => (
                      <Badge key={flag} tone="warn">
                        {t(`flag.${flag}`)}
                      </Badge>
                    ))}
                  </span>
                ),
              },
            ]}
          />
        )
      }
    </RegionBody>
  );
}
