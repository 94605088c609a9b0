import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { SuspendedPage } from '@/features/identity/session/refused-pages.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('pages'))('suspended') };
}

export default function Page() {
  return <SuspendedPage />;
}
