'use client';
import { UiProvider } from '@k12/ui/ui-provider';
import { useLocale, useTranslations } from 'next-intl';
import { type ComponentProps, type ReactNode, useMemo, useState } from 'react';
import { directionOf } from '@/lib/locales.ts';
import { PartFailure } from '@/lib/part-failure.tsx';
import { AppLink } from './app-link.tsx';

/** The design system asks for an anchor; the router's link is one that loads ahead. */
function RouterLink({ href = '', ...rest }: ComponentProps<'a'>) {
  return <AppLink href={href} {...(rest as Omit<ComponentProps<typeof AppLink>, 'href'>)} />;
}

/** Gives the design system its words, language, direction and the router's link. */
export function UiText({ children }: { children: ReactNode }) {
  const locale = useLocale();
  const t = useTranslations('common.ui');
  // Always the body, so that what floats out of a dialog is not cut off by it. Nothing is attached while the server
  // draws; waiting for the page to run would make every part of it draw itself twice.
  const [body] = useState(() => (typeof document === 'undefined' ? null : document.body));
  const text = useMemo(
    () => ({
      required: t('required'),
      optional: t('optional'),
      close: t('close'),
      clear: t('clear'),
      dismiss: t('dismiss'),
      loading: t('loading'),
      more: t('more'),
      less: t('less'),
      selectAll: t('selectAll'),
      selectRow: (name: string) => t('selectRow', { name }),
      selected: (count: number) => t('selected', { count }),
      clearSelection: t('clearSelection'),
      selectAllMatching: t('selectAllMatching'),
      sort: t('sort'),
      ascending: (column: string) => t('ascending', { column }),
      descending: (column: string) => t('descending', { column }),
      sortBy: (column: string) => t('sortBy', { column }),
      noMatches: t('noMatches'),
      searching: t('searching'),
      matches: (count: number) => t('matches', { count }),
      opens: t('opens'),
      opensAside: t('opensAside'),
      moreActions: t('moreActions'),
      back: t('back'),
      remove: (name: string) => t('remove', { name }),
      loadMore: t('loadMore'),
      shown: (shown: number, total?: number) =>
        total === undefined ? t('shown', { shown }) : t('shownOf', { shown, total }),
      unread: (count: number) => t('unread', { count }),
      breadcrumbs: t('breadcrumbs'),
      notifications: t('notifications'),
      current: t('current'),
      done: t('done'),
      choose: t('choose'),
      timesOf: (zone: string) => t('timesOf', { zone }),
      timeUnknown: t('timeUnknown'),
      timeSkipped: t('timeSkipped'),
      timeTwice: t('timeTwice'),
    }),
    [t],
  );
  return (
    <UiProvider
      locale={locale}
      direction={directionOf(locale)}
      link={RouterLink}
      container={body}
      failure={PartFailure}
      text={text}
    >
      {children}
    </UiProvider>
  );
}
