'use client';
import { getCoverageGaps } from '@k12/contracts/planning/coverage';
import { List, ListRow } from '@k12/ui/list-row';
import { useTranslations } from 'next-intl';
import { useApi } from '@/lib/api/hooks.ts';
import { paths } from '@/lib/paths.ts';
import { RegionBody } from '@/shell/region.tsx';
import type { CoverageWords } from './coverage-view.ts';

const shownAtMost = 100;

/** What is missing, in three lists of its own; each standard leads to where it can be aligned (PLN-97). */
export function GapLists({ scope }: { scope: CoverageWords }) {
  const t = useTranslations('planning-standards.coverage');
  const gaps = useApi(getCoverageGaps, { query: scope });
  return (
    <RegionBody reply={gaps}>
      {(data) => (
        <div className="grid items-start gap-6 laptop:grid-cols-3">
          {(['not_planned', 'planned_not_taught', 'taught_not_assessed'] as const).map((kind) => (
            <section key={kind} aria-labelledby={kind}>
              <h2 id={kind} className="mb-2 text-large font-semibold">
                {t(`gaps.${kind}`)}{' '}
                <span className="font-regular text-ink-3 tabular-nums">{data[kind].length}</span>
              </h2>
              {data[kind].length === 0 ? (
                <p className="text-body text-ink-2">{t('noGaps')}</p>
              ) : (
                <List framed label={t(`gaps.${kind}`)}>
                  {data[kind].slice(0, shownAtMost).map(({ id, code, statement, framework_id }) => (
                    <ListRow
                      key={id}
                      href={paths.planStandard(framework_id, id)}
                      title={code || statement}
                      description={code ? statement : undefined}
                    />
                  ))}
                </List>
              )}
              {data[kind].length > shownAtMost && (
                <p className="mt-2 text-small text-ink-3">
                  {t('more', { count: data[kind].length - shownAtMost })}
                </p>
              )}
            </section>
          ))}
        </div>
      )}
    </RegionBody>
  );
}
