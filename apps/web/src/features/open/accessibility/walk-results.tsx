import { TextLink } from '@k12/ui/link';
import { SimpleTable } from '@k12/ui/simple-table';
import { getFormatter, getTranslations } from 'next-intl/server';
import { paths } from '@/lib/paths.ts';
import { ReadingPage } from '../reading-page.tsx';
import { notWalked, walk } from './walk.ts';

/** Page by page what the last walk found, and which pages it did not see. */
export async function WalkResults() {
  const [t, tp, format] = await Promise.all([
    getTranslations('accessibility'),
    getTranslations('pages'),
    getFormatter(),
  ]);
  const dayOf = (day: string) => format.dateTime(new Date(day), { dateStyle: 'medium', timeZone: 'UTC' });
  const title = tp('accessibilityResults');
  return (
    <ReadingPage title={title} lead={t('resultsLead', { engine: walk.engine })}>
      <p className="my-5">
        <TextLink href={paths.accessibility()}>{t('back')}</TextLink>
      </p>
      <SimpleTable
        label={title}
        rows={walk.pages}
        rowKey={({ route }) => route}
        columns={[
          { key: 'page', header: t('page'), cell: ({ route }) => <bdi>{route}</bdi> },
          { key: 'day', header: t('checked'), cell: ({ checked_on }) => dayOf(checked_on) },
          { key: 'checks', header: t('checks'), align: 'end', cell: ({ checks }) => format.number(checks) },
          { key: 'faults', header: t('faults'), align: 'end', cell: ({ faults }) => format.number(faults) },
        ]}
      />
      {notWalked.length > 0 && (
        <section className="mt-7">
          <h2 className="text-large font-semibold">{t('notChecked', { pages: notWalked.length })}</h2>
          <ul className="mt-2 columns-1 gap-6 text-small text-ink-2 tablet:columns-2">
            {notWalked.map((route) => (
              <li key={route} className="[overflow-wrap:anywhere]">
                <bdi>{route}</bdi>
              </li>
            ))}
          </ul>
        </section>
      )}
    </ReadingPage>
  );
}
