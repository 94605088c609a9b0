import { LinkButton } from '@k12/ui/link-button';
import { Logo } from '@k12/ui/logo';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';

interface Props {
  title: string;
  lead?: string;
  children?: ReactNode;
}

/** A page to read without being signed in: a document on paper. */
export async function ReadingPage({ title, lead, children }: Props) {
  const t = await getTranslations();
  return (
    <div className="min-h-dvh bg-canvas">
      <header className="mx-auto flex max-w-document items-center justify-between px-4 py-4">
        <Logo name={t('common.product')} />
        <LinkButton href="/" size="small">
          {t('errors.home')}
        </LinkButton>
      </header>
      <main className="mx-auto max-w-document px-4 pb-16">
        <article className="rounded-card border border-line bg-paper px-5 py-8 tablet:px-10">
          <h1 className="font-serif text-title tablet:text-display">{title}</h1>
          {lead && <p className="mt-3 text-large text-ink-2">{lead}</p>}
          {children}
        </article>
      </main>
    </div>
  );
}

/** Heading and paragraph pairs from messages: `xTitle` and `x`. */
export async function Sections({ keys }: { keys: readonly string[] }) {
  const t = await getTranslations('legal');
  return keys.map((key) => (
    <section key={key} className="mt-7">
      <h2 className="text-large font-semibold">{t(`${key}Title`)}</h2>
      <p className="reading mt-1">{t(key)}</p>
    </section>
  ));
}
