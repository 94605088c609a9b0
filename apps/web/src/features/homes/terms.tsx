'use client';
import { listTerms, type Term } from '@k12/contracts/identity/terms';
import { List, ListRow } from '@k12/ui/list-row';
import { useNow, useTranslations } from 'next-intl';
import { useApi } from '@/lib/api/hooks.ts';
import { useDates } from '@/lib/dates.ts';
import { Region } from '@/shell/region.tsx';

export function Terms() {
  const t = useTranslations('homes');
  const dates = useDates();
  const today = useNow().toISOString().slice(0, 10);
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
                now={isNow(term, today)}
                description={isNow(term, today) ? t('now') : undefined}
                end={t('until', { date: dates.shortDay(term.ends_on) })}
              />
            ))}
          </List>
        );
      }}
    </Region>
  );
}

/** Terms lie inside terms; the innermost one is what a day is in. */
function isNow({ kind, starts_on, ends_on }: Term, today: string): boolean {
  return kind === 'quarter' && starts_on <= today && ends_on >= today;
}
