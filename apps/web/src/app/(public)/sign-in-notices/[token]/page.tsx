import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { SignInNoticePage } from '@/features/identity/session/link-pages.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('pages'))('signInNotice') };
}

export default async function Page({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  return <SignInNoticePage token={token} />;
}
