'use client';
import {
  listPlanningFigures,
  type Minutes,
  type PlanningFigures as SchoolFigures,
} from '@k12/contracts/planning/planning-figures';
import { SimpleTable } from '@k12/ui/simple-table';
import { Sparkline } from '@k12/ui/sparkline';
import { useTranslations } from 'next-intl';
import { useApi } from '@/lib/api/hooks.ts';
import { RegionBody } from '@/shell/region.tsx';

/** How long the first steps take and how many plan, school by school, in numbers alone (PLN-181). */
export function PlanningFigures() {
  const t = useTranslations('planning-map.figures');
  const time = useTimeWords();
  const figures = useApi(listPlanningFigures, {});
  return (
    <section aria-labelledby="planning-figures" className="mt-10 print:hidden">
      <h2 id="planning-figures" className="text-large font-semibold">
        {t('title')}
      </h2>
      <p className="mt-1 mb-3 text-small text-ink-3">{t('about')}</p>
      <RegionBody reply={figures}>
        {({ data }) => (
          <SimpleTable<SchoolFigures>
            label={t('title')}
            rows={data}
            rowKey={({ school }) => school.id}
            columns={[
              { key: 'school', header: t('school'), cell: ({ school }) => <bdi>{school.name}</bdi> },
              { key: 'units', header: t('units'), align: 'end', cell: ({ units_created }) => units_created },
              {
                key: 'published',
                header: t('published'),
                align: 'end',
                cell: ({ units_created: all, units_published: count }) =>
                  all === 0 ? '–' : t('share', { share: count / all }),
              },
              {
                key: 'first',
                header: t('first'),
                align: 'end',
                cell: ({ first_unit_to_published }) => time(first_unit_to_published),
              },
              {
                key: 'attach',
                header: t('attach'),
                align: 'end',
                cell: ({ unit_to_first_resource }) => time(unit_to_first_resource),
              },
              {
                key: 'planners',
                header: t('planners'),
                align: 'end',
                cell: ({ weekly_planners }) => <Weekly weeks={weekly_planners} />,
              },
            ]}
          />
        )}
      </RegionBody>
    </section>
  );
}

function Weekly({ weeks }: { weeks: SchoolFigures['weekly_planners'] }) {
  const t = useTranslations('planning-map.figures');
  const latest = weeks.at(-1)?.people ?? 0;
  if (weeks.length < 2) return latest;
  return (
    <span className="inline-flex items-center gap-2">
      <Sparkline
        summary={t('weekly', { weeks: weeks.length, latest })}
        min={0}
        values={weeks.map(({ people }) => people)}
      />
      {latest}
    </span>
  );
}

const [hour, day] = [60, 24 * 60];

/** In the unit that people would use: half were quicker, and nine of ten. */
function useTimeWords() {
  const t = useTranslations('planning-map.figures');
  const said = (minutes: number) => {
    if (minutes < 2 * hour) return t('minutes', { count: minutes });
    if (minutes < 2 * day) return t('hours', { count: Math.round(minutes / hour) });
    return t('days', { count: Math.round(minutes / day) });
  };
  return (given: Minutes | null) =>
    given ? (
      <span title={t('people', { count: given.count })}>
        {t('range', { median: said(given.median), most: said(given.p90) })}
      </span>
    ) : (
      '–'
    );
}
