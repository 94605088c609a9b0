'use client';
import { listTerms } from '@k12/contracts/identity/terms';
import { dayOf } from '@k12/grading/local-time';
import { List, ListRow } from '@k12/ui/list-row';
import { useNow, useTimeZone, useTranslations } from 'next-intl';
import { useApi } from '@/lib/api/hooks.ts';
import { useDates } from '@/lib/dates.ts';
import { Region } from '@/shell/region.tsx';
import { isCurrentTerm } from './current-term.ts';

export function Terms() {
  const t = useTranslations('homes');
  const dates = useDates();
  const today = dayOf(useTimeZone() ?? 'UTC', useNow().toISOString());
  const terms = useApi(listTerms, { query: {} });
  return (
    <Region title={t('terms')} reply={terms}>
      {({ data }) => {
        if (data.length === 0) return <p className="text-ink-2">{t('noTerms')}</p>;
        return (
          <List label={t('terms')}>
            {data.map((term) => (
              <ListRow
                key={term.id}
                title={<bdi>{term.name}</bdi>}
                now={isCurrentTerm(term, data, today)}
                description={isCurrentTerm(term, data, today) ? t('now') : undefined}
                end={t('until', { date: dates.shortDay(term.ends_on) })}
              />
            ))}
          </List>
        );
      }}
    </Region>
  );
}
