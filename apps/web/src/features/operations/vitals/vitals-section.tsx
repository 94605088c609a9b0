'use client';
import { listVitals, type VitalFigure } from '@k12/contracts/operations/vitals';
import { Badge } from '@k12/ui/badge';
import { Section } from '@k12/ui/card';
import { type SimpleColumn, SimpleTable } from '@k12/ui/simple-table';
import { useFormatter, useTranslations } from 'next-intl';
import { useApi } from '@/lib/api/hooks.ts';
import { RegionBody } from '@/shell/region.tsx';

const shownRows = 60;

/** What three of four visits felt, per page and release, as browsers reported it (UXP-112). */
export function VitalsSection() {
  const t = useTranslations('vitals');
  const reply = useApi(listVitals, {});
  const columns = useColumns();
  return (
    <Section title={t('title')} note={t('lead')}>
      <RegionBody reply={reply}>
        {({ data }) =>
          data.length === 0 ? (
            <p className="text-small text-ink-3">{t('none')}</p>
          ) : (
            <SimpleTable
              label={t('title')}
              columns={columns}
              rows={data.slice(0, shownRows)}
              rowKey={({ route, name, release }) => `${route} ${name} ${release}`}
            />
          )
        }
      </RegionBody>
    </Section>
  );
}

/** Long addresses break on a phone instead of pushing the figures out of sight. */
function routeCell({ route }: VitalFigure) {
  return (
    <bdi dir="ltr" className="inline-block min-w-40 text-start [overflow-wrap:anywhere] rtl:text-end">
      {route}
    </bdi>
  );
}

function useColumns(): SimpleColumn<VitalFigure>[] {
  const t = useTranslations('vitals');
  const format = useFormatter();
  const amount = ({ name, p75 }: VitalFigure) =>
    name === 'CLS'
      ? format.number(p75 / 1_000, { maximumFractionDigits: 3 })
      : t('milliseconds', { value: p75 });
  const change = ({ change: by, is_worse }: VitalFigure) => {
    if (by === null) return '–';
    const text = format.number(by - 1, { style: 'percent', signDisplay: 'exceptZero' });
    return is_worse ? <Badge tone="warn">{t('slower', { change: text })}</Badge> : text;
  };
  return [
    { key: 'route', header: t('page'), cell: routeCell },
    { key: 'name', header: t('measure'), cell: ({ name }) => t(`names.${name}`) },
    { key: 'release', header: t('release'), cell: ({ release }) => <bdi>{release}</bdi> },
    { key: 'p75', header: t('p75'), align: 'end', cell: amount },
    { key: 'visits', header: t('visits'), align: 'end', cell: ({ visits }) => format.number(visits) },
    { key: 'change', header: t('change'), align: 'end', cell: change },
  ];
}
