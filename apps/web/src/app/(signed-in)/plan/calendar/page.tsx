import { CalendarScreen } from '@/features/planning/calendar/calendar-screen.tsx';
import { loadPage } from '@/lib/api/server.ts';
import { titleOf } from '@/lib/page-title.ts';
import { pages } from '@/lib/pages.ts';
import { PageFrame } from '@/shell/page-frame.tsx';

export const generateMetadata = titleOf(pages.planCalendar);

export default async function Page() {
  const { fallback } = await loadPage(pages.planCalendar, []);
  return (
    <PageFrame fallback={fallback} wide>
      <CalendarScreen today={new Date().toISOString().slice(0, 10)} />
    </PageFrame>
  );
}
