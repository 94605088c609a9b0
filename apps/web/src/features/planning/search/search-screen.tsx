'use client';
import { type SearchPage, type SearchResult, search } from '@k12/contracts/planning/search';
import { Badge } from '@k12/ui/badge';
import { Button } from '@k12/ui/button';
import { EmptyState } from '@k12/ui/empty-state';
import { LinkButton } from '@k12/ui/link-button';
import { List, ListRow } from '@k12/ui/list-row';
import { PageHeader } from '@k12/ui/page-header';
import { useSearchParams } from 'next/navigation';
import { useFormatter, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { useAddress } from '@/lib/address.ts';
import { useList } from '@/lib/api/list.ts';
import { useJoined } from '@/lib/joined.ts';
import { paths } from '@/lib/paths.ts';
import { useSession } from '@/lib/session-context.tsx';
import { ListSearch } from '@/shell/list-search.tsx';
import { RegionBody } from '@/shell/region.tsx';
import { addressOfResult } from './result-address.ts';
import { SaveSearch } from './save-search.tsx';
import { SavedSearches } from './saved-searches.tsx';
import { SearchFacets } from './search-facets.tsx';
import { readSearchView, searchFilters } from './search-view.ts';
import { Snippet } from './snippet.tsx';

/** Everything one may open that has the words; the whole search is in the address (UXP-16, PLN-160). */
export function SearchScreen() {
  const t = useTranslations('planning-search');
  const params = useSearchParams();
  const request = useMemo(() => readSearchView(Object.fromEntries(params)), [params]);
  const asked = request.query.q.length >= 2 ? request : null;
  const results = useList(search, asked);
  const counts = results.data as SearchPage | undefined;
  return (
    <>
      <PageHeader
        title={t('title')}
        description={
          asked && counts
            ? t(counts.total_is_more ? 'foundMore' : 'found', { count: counts.total })
            : undefined
        }
        actions={asked && <SaveSearch query={request.query} />}
      />
      <div className="my-5 max-w-document">
        <ListSearch label={t('label')} />
      </div>
      {!asked && (
        <>
          <EmptyState title={t('startTitle')}>{t('startText')}</EmptyState>
          <SavedSearches />
        </>
      )}
      {asked && (
        <div className="grid gap-6 laptop:grid-cols-[14rem_minmax(0,1fr)]">
          <aside aria-label={t('narrow')}>{counts && <SearchFacets facets={counts.facets} />}</aside>
          <div>
            {counts?.did_you_mean && <DidYouMean title={counts.did_you_mean} />}
            <RegionBody reply={results}>
              {({ data }) => (
                <Results
                  rows={data as SearchResult[]}
                  words={request.query.q}
                  wider={counts?.wider_total ?? 0}
                />
              )}
            </RegionBody>
            {results.data?.next_cursor && (
              <Button className="mt-4" loading={results.loadingMore} onClick={results.loadMore}>
                {t('more')}
              </Button>
            )}
          </div>
        </div>
      )}
    </>
  );
}

function DidYouMean({ title }: { title: string }) {
  const t = useTranslations('planning-search');
  const { write } = useAddress();
  return (
    <p className="mb-3 text-small text-ink-2">
      {t('nearly')}{' '}
      <Button variant="quiet" size="small" onClick={() => write({ q: title })}>
        {title}
      </Button>
    </p>
  );
}

/** What can be done when there is nothing: look wider, or make it (UXP-16). */
function Nothing({ words, wider }: { words: string; wider: number }) {
  const t = useTranslations('planning-search');
  const { me } = useSession();
  const { write } = useAddress();
  const everything = () => write(Object.fromEntries(searchFilters.map((name) => [name, null])));
  return (
    <EmptyState
      title={t('noneTitle')}
      action={
        <div className="flex flex-wrap justify-center gap-2">
          {wider > 0 && <Button onClick={everything}>{t('wider', { count: wider })}</Button>}
          {'unit_plans.create' in me.capabilities && (
            <LinkButton href={paths.planNewUnit()}>{t('make', { words })}</LinkButton>
          )}
        </div>
      }
    >
      {t('noneText')}
    </EmptyState>
  );
}

interface ResultsProps {
  rows: readonly SearchResult[];
  words: string;
  wider: number;
}

function Results({ rows, words, wider }: ResultsProps) {
  const t = useTranslations('planning-search');
  const joined = useJoined();
  const format = useFormatter();
  const { me } = useSession();
  if (rows.length === 0) return <Nothing words={words} wider={wider} />;
  return (
    <List framed label={t('title')}>
      {rows.map((row) => (
        <ListRow
          key={`${row.kind}:${row.id}`}
          title={<bdi>{row.code ? `${row.code} ${row.title}` : row.title}</bdi>}
          href={addressOfResult(row, me)}
          lead={
            <span className="block tablet:w-20">
              <Badge>{t(`kinds.${row.kind}`)}</Badge>
            </span>
          }
          description={
            <>
              <span className="text-ink-3">
                {[row.owner_name, joined(row.subjects), row.kind === 'standard' ? row.detail : '']
                  .filter(Boolean)
                  .join(' · ')}
              </span>
              {row.kind !== 'standard' && row.snippets.length > 0 && (
                <span className="block">
                  <Snippet fragments={row.snippets} />
                </span>
              )}
            </>
          }
          end={
            <span className="text-mini text-ink-3 max-tablet:hidden">
              {format.dateTime(new Date(row.updated_at), { dateStyle: 'medium' })}
            </span>
          }
        />
      ))}
    </List>
  );
}
