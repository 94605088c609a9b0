import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { PageRegistration } from './pages.ts';

/** The title of a page that shows no single record; pages of a record name it first (UXP-10). */
export function titleOf(page: PageRegistration): () => Promise<Metadata> {
  return pageTitle(page.title);
}

export function pageTitle(key: string): () => Promise<Metadata> {
  return async () => ({ title: (await getTranslations('pages'))(key) });
}
