import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { SignInPage } from '@/features/identity/session/sign-in-page.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('pages'))('login') };
}

interface Props {
  params: Promise<{ slug: string }>;
  searchParams: Promise<{ next?: string }>;
}

export default async function Page({ params, searchParams }: Props) {
  const [{ slug }, { next }] = await Promise.all([params, searchParams]);
  return <SignInPage tenant={slug} next={typeof next === 'string' ? next : null} />;
}
