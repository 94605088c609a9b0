import { listAcademicYears } from '@k12/contracts/identity/academic-years';
import { CalendarScreen } from '@/features/identity/academic-years/calendar/calendar-screen.tsx';
import { loadPage } from '@/lib/api/server.ts';
import { titleOf } from '@/lib/page-title.ts';
import { pages } from '@/lib/pages.ts';
import { PageFrame } from '@/shell/page-frame.tsx';

export const generateMetadata = titleOf(pages.adminSchoolCalendar);

export default async function Page() {
  const { fallback } = await loadPage(pages.adminSchoolCalendar, [
    [listAcademicYears, { query: { limit: 50 } }],
  ]);
  return (
    <PageFrame fallback={fallback}>
      <CalendarScreen />
    </PageFrame>
  );
}
