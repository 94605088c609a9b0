'use client';
import {
  createSavedView,
  deleteSavedView,
  listSavedViews,
  type SavedView,
} from '@k12/contracts/identity/saved-views';
import { Button } from '@k12/ui/button';
import { IconButton } from '@k12/ui/icon-button';
import { BookmarkPlus, Users, X } from 'lucide-react';
import dynamic from 'next/dynamic';
import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useApi, useChange } from '@/lib/api/hooks.ts';
import { loaded, nothingYet } from '@/lib/loaded-part.tsx';
import { AppLink } from './app-link.tsx';

const NewView = dynamic(
  loaded(() => import('./new-view.tsx').then((module) => module.NewView)),
  { loading: nothingYet },
);

interface Props {
  /** Words of the address that are filters of this list. */
  words: readonly string[];
}

/** Views of this list one comes back to: one's own and those shared with one's school, kept with the account. */
export function SavedViews({ words }: Props) {
  const t = useTranslations('shell.views');
  const page = usePathname();
  const params = useSearchParams();
  const views = useApi(listSavedViews, { query: { page } }).data?.data ?? [];
  const [isNaming, setNaming] = useState(false);
  const sort = params.get('sort');
  const filters = Object.fromEntries([...params].filter(([word, value]) => words.includes(word) && value));
  const isPlain = sort === null && Object.keys(filters).length === 0;
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-1">
      {views.length > 0 && (
        <ul aria-label={t('title')} className="flex min-w-0 flex-wrap gap-1">
          {views.map((view) => (
            <ViewChip key={view.id} view={view} isCurrent={isSame(view, filters, sort)} />
          ))}
        </ul>
      )}
      {isNaming ? (
        <NewView view={{ page, filters, sort }} onClose={() => setNaming(false)} />
      ) : (
        !isPlain && (
          <Button variant="quiet" icon={<BookmarkPlus aria-hidden />} onClick={() => setNaming(true)}>
            {t('keep')}
          </Button>
        )
      )}
    </div>
  );
}

function ViewChip({ view, isCurrent }: { view: SavedView; isCurrent: boolean }) {
  const t = useTranslations('shell.views');
  const router = useRouter();
  const drop = useDrop(view);
  return (
    <li className="flex min-w-0 items-center rounded-control border border-line ps-1">
      <AppLink
        href={addressOf(view)}
        aria-current={isCurrent ? 'true' : undefined}
        onClick={() => router.refresh()}
        className="flex min-w-0 flex-1 items-center gap-1.5 rounded-control px-2 py-1 text-ink-2 aria-current:font-semibold aria-current:text-board hover:bg-sunken hover:text-ink"
      >
        {view.shared_with_school_id !== null && <Users size={14} aria-label={t('shared')} />}
        <bdi className="truncate">{view.name}</bdi>
      </AppLink>
      {view.can.delete && (
        <IconButton
          size="small"
          variant="quiet"
          label={t('drop', { name: view.name })}
          icon={<X aria-hidden />}
          onClick={drop}
        />
      )}
    </li>
  );
}

/** At once and taken back on wish: nothing is asked first (UXP-36). */
function useDrop(view: SavedView) {
  const t = useTranslations('shell.views');
  const attempt = useAttempt();
  const remove = useChange(deleteSavedView);
  const restore = useRestore();
  const { id, name } = view;
  return () =>
    attempt(() => remove({ params: { id } }), { done: t('dropped', { name }), undo: () => restore(view) });
}

function useRestore() {
  const create = useChange(createSavedView);
  return ({ page, name, filters, sort, columns, shared_with_school_id }: SavedView) =>
    create({ body: { page, name, filters, sort, columns, shared_with_school_id } });
}

function addressOf({ page, filters, sort }: SavedView): string {
  return `${page}?${new URLSearchParams({ ...filters, ...(sort && { sort }) })}`;
}

function isSame(view: SavedView, filters: Record<string, string>, sort: string | null): boolean {
  const names = Object.keys(view.filters);
  return (
    view.sort === sort &&
    names.length === Object.keys(filters).length &&
    names.every((name) => view.filters[name] === filters[name])
  );
}
