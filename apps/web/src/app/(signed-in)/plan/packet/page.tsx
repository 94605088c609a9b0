import { getSubstitutePacket } from '@k12/contracts/planning/substitutions';
import { getLocale } from 'next-intl/server';
import { PacketScreen } from '@/features/planning/substitutes/packet-screen.tsx';
import { loadPage } from '@/lib/api/server.ts';
import { isLocale } from '@/lib/locales.ts';
import type { PageProps } from '@/lib/page-props.ts';
import { titleOf } from '@/lib/page-title.ts';
import { pages } from '@/lib/pages.ts';
import { PageFrame } from '@/shell/page-frame.tsx';

export const generateMetadata = titleOf(pages.planPacket);

export default async function Page({ searchParams }: PageProps) {
  const [{ cover, on }, locale] = await Promise.all([searchParams, getLocale()]);
  const query = {
    ...(typeof cover === 'string' && { substitution_id: cover }),
    ...(typeof on === 'string' && { on }),
    ...(isLocale(locale) && { locale }),
  };
  const { fallback } = await loadPage(pages.planPacket, [[getSubstitutePacket, { query }]]);
  return (
    <PageFrame fallback={fallback} bare>
      <PacketScreen query={query} />
    </PageFrame>
  );
}
