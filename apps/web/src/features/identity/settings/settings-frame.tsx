'use client';
import { PageHeader } from '@k12/ui/page-header';
import { TabLinks } from '@k12/ui/tabs';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { paths } from '@/lib/paths.ts';

const places = { profile: paths.profile, appearance: paths.appearance, security: paths.security } as const;
type Place = keyof typeof places;

/** The settings of one person: a few pages side by side, one narrow column. */
export function SettingsFrame({ current, children }: { current: Place; children: ReactNode }) {
  const t = useTranslations();
  const links = Object.entries(places).map(([place, path]) => ({
    href: path(),
    label: t(`pages.${place}`),
    current: place === current,
  }));
  return (
    <div className="mx-auto grid max-w-document gap-6">
      <PageHeader title={t(`pages.${current}`)} description={t(`settings.${current}.lead`)} />
      <TabLinks label={t('settings.label')} links={links} />
      {children}
    </div>
  );
}
