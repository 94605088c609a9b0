import { dayOf } from '@k12/grading/local-time';
import { getTimeZone } from 'next-intl/server';
import { CalendarScreen } from '@/features/planning/calendar/calendar-screen.tsx';
import { loadPage } from '@/lib/api/server.ts';
import { titleOf } from '@/lib/page-title.ts';
import { pages } from '@/lib/pages.ts';
import { PageFrame } from '@/shell/page-frame.tsx';

export const generateMetadata = titleOf(pages.planCalendar);

export default async function Page() {
  const { fallback } = await loadPage(pages.planCalendar, []);
  const today = dayOf(await getTimeZone(), new Date().toISOString());
  return (
    <PageFrame fallback={fallback} wide>
      <CalendarScreen today={today} />
    </PageFrame>
  );
}
