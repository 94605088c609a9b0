import { getSheet, SheetKind } from '@k12/contracts/planning/sheets';
import { notFound } from 'next/navigation';
import { getLocale } from 'next-intl/server';
import { SheetScreen } from '@/features/planning/print/sheet-screen.tsx';
import { readSheetView } from '@/features/planning/print/sheet-view.ts';
import { loadPage } from '@/lib/api/server.ts';
import type { PageProps } from '@/lib/page-props.ts';
import { titleOf } from '@/lib/page-title.ts';
import { pages } from '@/lib/pages.ts';
import { PageFrame } from '@/shell/page-frame.tsx';

export const generateMetadata = titleOf(pages.printSheet);

export default async function Page({ params, searchParams }: PageProps<'kind'>) {
  const [{ kind }, given, locale] = await Promise.all([params, searchParams, getLocale()]);
  const of = SheetKind.options.find((option) => option === kind);
  if (!of) notFound();
  const query = readSheetView(of, given, locale);
  const { fallback } = await loadPage(pages.printSheet, [[getSheet, { query }]]);
  return (
    <PageFrame fallback={fallback}>
      <SheetScreen kind={of} />
    </PageFrame>
  );
}
