'use client';
import { listSchools } from '@k12/contracts/identity/schools';
import { listTerms } from '@k12/contracts/identity/terms';
import { List, ListRow } from '@k12/ui/list-row';
import { PageHeader } from '@k12/ui/page-header';
import { useFormatter, useTranslations } from 'next-intl';
import { useApi } from '@/lib/api/hooks.ts';
import { useSession } from '@/lib/session-context.tsx';
import { Region } from '@/shell/region.tsx';

/** The start page of every role, with what exists so far: the day, the person's schools, the year's terms. */
export function HomeScreen() {
  const { me } = useSession();
  const t = useTranslations('homes');
  const format = useFormatter();
  const today = format.dateTime(new Date(), { weekday: 'long', day: 'numeric', month: 'long' });
  return (
    <>
      <PageHeader look="document" title={today} description={t('greeting', { name: me.user.given_name })} />
      <div className="mt-8 grid gap-10 laptop:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <Schools />
        <Terms />
      </div>
    </>
  );
}

function Schools() {
  const t = useTranslations('homes');
  const schools = useApi(listSchools, { query: {} });
  return (
    <Region title={t('schools')} reply={schools}>
      {({ data }) => (
        <List framed label={t('schools')}>
          {data.map((school) => (
            <ListRow
              key={school.id}
              title={school.name}
              description={school.address}
              end={
                <span className="tabular-nums">
                  {t('people', { students: school.students_count, staff: school.staff_count })}
                </span>
              }
            />
          ))}
        </List>
      )}
    </Region>
  );
}

function Terms() {
  const t = useTranslations('homes');
  const format = useFormatter();
  const terms = useApi(listTerms, { query: {} });
  const day = (value: string) =>
    format.dateTime(new Date(`${value}T12:00:00Z`), { day: 'numeric', month: 'long' });
  return (
    <Region title={t('terms')} reply={terms}>
      {({ data }) =>
        data.length === 0 ? (
          <p className="text-ink-3">{t('noTerms')}</p>
        ) : (
          <List label={t('terms')}>
            {data.map((term) => (
              <ListRow
                key={term.id}
                title={term.name}
                now={isNow(term)}
                end={t('until', { date: day(term.ends_on) })}
              />
            ))}
          </List>
        )
      }
    </Region>
  );
}

function isNow(term: { starts_on: string; ends_on: string; kind: string }): boolean {
  const today = new Date().toISOString().slice(0, 10);
  return term.kind === 'quarter' && term.starts_on <= today && term.ends_on >= today;
}
