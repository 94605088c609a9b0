'use client';
import { deleteSavedSearch, listSavedSearches, type SavedSearch } from '@k12/contracts/planning/search';
import { IconButton } from '@k12/ui/icon-button';
import { List, ListRow } from '@k12/ui/list-row';
import { Menu, MenuItem, MenuSeparator } from '@k12/ui/menu';
import { Ellipsis } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useApi, useChange } from '@/lib/api/hooks.ts';
import { useJoined } from '@/lib/joined.ts';
import { loaded, nothingYet } from '@/lib/loaded-part.tsx';
import { useFacetLabel } from './facet-label.ts';
import { addressOfSearch, searchFacets } from './search-view.ts';

const SavedSearchDialog = dynamic(
  loaded(() => import('./saved-search-dialog.tsx').then((module) => module.SavedSearchDialog)),
  { loading: nothingYet },
);

/** One's own searches, to be asked again, named otherwise or forgotten (PLN-164). */
export function SavedSearches() {
  const t = useTranslations('planning-search.kept');
  const saved = useApi(listSavedSearches, {});
  const [renamed, setRenamed] = useState<SavedSearch | null>(null);
  const rows = saved.data?.data ?? [];
  if (rows.length === 0) return null;
  return (
    <section aria-label={t('title')} className="mt-8 max-w-document">
      <h2 className="mb-3 text-large font-semibold">{t('title')}</h2>
      <List framed>
        {rows.map((row) => (
          <Row key={row.id} row={row} onRename={() => setRenamed(row)} />
        ))}
      </List>
      {renamed && (
        <SavedSearchDialog saved={renamed} query={renamed.query} onClose={() => setRenamed(null)} />
      )}
    </section>
  );
}

function Row({ row, onRename }: { row: SavedSearch; onRename: () => void }) {
  const t = useTranslations('planning-search.kept');
  const attempt = useAttempt();
  const joined = useJoined();
  const labelOf = useFacetLabel();
  const forget = useChange(deleteSavedSearch);
  const { id, name, query } = row;
  const narrowed = searchFacets.flatMap((facet) => (query[facet] ? [labelOf(facet, query[facet])] : []));
  const remove = () => attempt(() => forget({ params: { id } }), { done: t('forgotten', { name }) });
  return (
    <ListRow
      title={<bdi>{name}</bdi>}
      href={addressOfSearch(query)}
      description={<bdi>{joined([t('words', { words: query.q }), ...narrowed])}</bdi>}
      end={
        <Menu
          align="end"
          trigger={<IconButton size="small" label={t('more', { name })} icon={<Ellipsis aria-hidden />} />}
        >
          <MenuItem onPress={onRename}>{t('rename')}</MenuItem>
          <MenuSeparator />
          <MenuItem danger onPress={() => void remove()}>
            {t('forget')}
          </MenuItem>
        </Menu>
      }
    />
  );
}
