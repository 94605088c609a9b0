'use client';
import { listSavedSearches, type SavedSearchCreate } from '@k12/contracts/planning/search';
import { Button } from '@k12/ui/button';
import { LinkButton } from '@k12/ui/link-button';
import { Bookmark } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useApi } from '@/lib/api/hooks.ts';
import { loaded, nothingYet } from '@/lib/loaded-part.tsx';

const SavedSearchDialog = dynamic(
  loaded(() => import('./saved-search-dialog.tsx').then((module) => module.SavedSearchDialog)),
  { loading: nothingYet },
);

/** Keeps the search under a name, and leads to those that were kept (PLN-164). */
export function SaveSearch({ query }: { query: object }) {
  const t = useTranslations('planning-search');
  const [isOpen, setOpen] = useState(false);
  const kept = useApi(listSavedSearches, {});
  return (
    <>
      {kept.data && kept.data.data.length > 0 && (
        <LinkButton variant="quiet" href="/search">
          {t('kept.title')}
        </LinkButton>
      )}
      <Button icon={<Bookmark size={16} aria-hidden />} onClick={() => setOpen(true)}>
        {t('save')}
      </Button>
      {isOpen && (
        <SavedSearchDialog
          saved={null}
          query={query as SavedSearchCreate['query']}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
