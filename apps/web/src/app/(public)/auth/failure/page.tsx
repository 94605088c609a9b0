import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AuthFailurePage } from '@/features/identity/session/refused-pages.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('pages'))('authFailure') };
}

interface Props {
  searchParams: Promise<{ code?: string; reference?: string }>;
}

export default async function Page({ searchParams }: Props) {
  const { code, reference } = await searchParams;
  return <AuthFailurePage code={String(code ?? '')} reference={String(reference ?? '')} />;
}
