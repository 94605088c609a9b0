'use client';
import { Button } from '@k12/ui/button';
import { IconButton } from '@k12/ui/icon-button';
import { BookmarkPlus, X } from 'lucide-react';
import { useRouter, useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useEffect, useState } from 'react';
import { paths } from '@/lib/paths.ts';
import { useSession } from '@/lib/session-context.tsx';
import { AppLink } from '@/shell/app-link.tsx';

interface View {
  name: string;
  words: string;
}

/** Views one comes back to: the address under a name, kept on this device for this person. */
export function SavedViews() {
  const t = useTranslations('planning-library.views');
  const router = useRouter();
  const words = useSearchParams().toString();
  const { views, save, drop } = useViews();
  const [isNaming, setNaming] = useState(false);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get('name') ?? '').trim();
    if (name) save({ name, words });
    setNaming(false);
  };
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-1">
      {views.length > 0 && <p className="text-small font-medium text-ink-3">{t('title')}</p>}
      <ul className="flex min-w-0 flex-wrap gap-1">
        {views.map((view) => (
          <li key={view.name} className="flex min-w-0 items-center rounded-control border border-line ps-1">
            <AppLink
              href={`${paths.planUnits()}?${view.words}`}
              onClick={() => router.refresh()}
              className="min-w-0 flex-1 truncate rounded-control px-2 py-1 text-ink-2 hover:bg-sunken hover:text-ink"
            >
              {view.name}
            </AppLink>
            <IconButton
              size="small"
              variant="quiet"
              label={t('drop', { name: view.name })}
              icon={<X aria-hidden />}
              onClick={() => drop(view.name)}
            />
          </li>
        ))}
      </ul>
      {isNaming ? (
        <form onSubmit={submit} className="flex gap-1">
          <input
            name="name"
            aria-label={t('name')}
            placeholder={t('name')}
            maxLength={60}
            // biome-ignore lint/a11y/noAutofocus: the field is there because it was just asked for
            autoFocus
            autoComplete="off"
            className="min-h-control min-w-0 flex-1 rounded-control border border-line-control bg-raised px-2"
          />
          <Button type="submit">{t('save')}</Button>
        </form>
      ) : (
        words !== '' && (
          <Button variant="quiet" icon={<BookmarkPlus aria-hidden />} onClick={() => setNaming(true)}>
            {t('keep')}
          </Button>
        )
      )}
    </div>
  );
}

function useViews() {
  const { me } = useSession();
  const key = `homeroom_unit_views:${me.user.id}`;
  const [views, setViews] = useState<readonly View[]>([]);
  useEffect(() => {
    try {
      setViews(JSON.parse(localStorage.getItem(key) ?? '[]'));
    } catch {
      setViews([]);
    }
  }, [key]);
  const write = (next: readonly View[]) => {
    setViews(next);
    localStorage.setItem(key, JSON.stringify(next));
  };
  return {
    views,
    save: (view: View) => write([...views.filter(({ name }) => name !== view.name), view]),
    drop: (name: string) => write(views.filter((view) => view.name !== name)),
  };
}
