import { getPrintedPlan } from '@k12/contracts/planning/exports';
import { getLocale } from 'next-intl/server';
import { PrintScreen } from '@/features/planning/print/print-screen.tsx';
import { readPrintView } from '@/features/planning/print/print-view.ts';
import { loadPage } from '@/lib/api/server.ts';
import type { PageProps } from '@/lib/page-props.ts';
import { titleOf } from '@/lib/page-title.ts';
import { pages } from '@/lib/pages.ts';
import { PageFrame } from '@/shell/page-frame.tsx';

export const generateMetadata = titleOf(pages.planLessonPrint);

export default async function Page({ params, searchParams }: PageProps<'unitId' | 'lessonId'>) {
  const [{ unitId, lessonId }, given, locale] = await Promise.all([params, searchParams, getLocale()]);
  const query = readPrintView(given, locale);
  const { fallback } = await loadPage(pages.planLessonPrint, [
    [getPrintedPlan, { params: { id: lessonId }, query }],
  ]);
  return (
    <PageFrame fallback={fallback}>
      <PrintScreen planId={lessonId} unitId={unitId} />
    </PageFrame>
  );
}
