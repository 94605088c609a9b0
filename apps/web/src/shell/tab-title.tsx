'use client';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useSyncExternalStore } from 'react';
import { hasUnsavedInput, watchUnsaved } from '@/lib/forms/unsaved-input.ts';
import { findPage } from '@/lib/pages.ts';
import { crumbStore } from './crumbs.ts';
import { rememberPage } from './recents.ts';

/** Names the record and what it belongs to in the browser's tab, with a dot for unsaved work, and keeps the page among the recent ones (UXP-10). */
export function TabTitle() {
  const t = useTranslations();
  const pathname = usePathname();
  const named = useSyncExternalStore(crumbStore.subscribe, crumbStore.read, crumbStore.readNothing);
  const page = findPage(pathname);
  const above = named.above.at(-1)?.label;
  const own = named.own?.at(-1)?.label;
  const isOfRecord = own !== undefined || above !== undefined;
  const name = isOfRecord
    ? [own ?? (page && t(`pages.${page.title}`)), above].filter(Boolean).join(' – ')
    : '';
  useEffect(() => {
    if (page && (name || !page.route.includes('['))) rememberPage({ address: pathname, title: name });
  }, [page, pathname, name]);
  const isUnsaved = useSyncExternalStore(watchUnsaved, hasUnsavedInput, () => false);
  const product = t('common.product');
  useEffect(() => {
    if (!name && !isUnsaved) return;
    let theirs = document.title;
    let shown = '';
    const show = () => {
      if (document.title === shown) return;
      theirs = document.title;
      shown = `${isUnsaved ? '• ' : ''}${name ? `${name} · ${product}` : theirs}`;
      document.title = shown;
    };
    show();
    // The framework writes the page's own title whenever it arrives, which may be later.
    const watch = new MutationObserver(show);
    watch.observe(document.head, { childList: true, subtree: true, characterData: true });
    return () => {
      watch.disconnect();
      if (document.title === shown) document.title = theirs;
    };
  }, [name, isUnsaved, product]);
  return null;
}
