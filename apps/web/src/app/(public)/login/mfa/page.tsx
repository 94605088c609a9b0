import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { SecondStepPage } from '@/features/identity/session/second-step-page.tsx';
import { ownTexts } from '@/lib/page-texts.ts';
import { MoreTexts } from '@/shell/more-texts.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('pages'))('secondStep') };
}

export default async function Page({ searchParams }: { searchParams: Promise<{ next?: string }> }) {
  const { next } = await searchParams;
  return (
    <MoreTexts texts={await ownTexts()}>
      <SecondStepPage next={typeof next === 'string' ? next : null} />
    </MoreTexts>
  );
}
