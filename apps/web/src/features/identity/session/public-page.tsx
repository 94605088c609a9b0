import { Logo } from '@k12/ui/logo';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { LocaleLinks } from './locale-links.tsx';

interface Props {
  title: string;
  /** Whose page this is, where that is known. */
  school?: string | null | undefined;
  lead?: ReactNode;
  children?: ReactNode;
}

/** One column on paper: the mark, one thing to do, and help and languages in the same place on every page (UXP-87). */
export async function PublicPage({ title, school, lead, children }: Props) {
  const t = await getTranslations();
  return (
    <main className="grid min-h-dvh place-items-center bg-canvas px-4 py-10">
      <div className="w-full max-w-96">
        <Logo name={t('common.product')} className="mb-6" />
        <div className="rounded-card border border-line bg-paper p-5 tablet:p-6">
          {school && <p className="mb-1 text-small font-medium text-ink-2">{school}</p>}
          <h1 className="font-serif text-title [overflow-wrap:anywhere]">{title}</h1>
          {lead && <div className="mt-2 text-ink-2">{lead}</div>}
          {children && <div className="mt-5">{children}</div>}
        </div>
        <p className="mt-4 text-center text-small text-ink-2">{t('session.help')}</p>
        <LocaleLinks />
      </div>
    </main>
  );
}
