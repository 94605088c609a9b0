import type { LessonPlan } from '@k12/contracts/planning/plans';
import { ApprovalsScreen } from '@/features/planning/approvals/approvals-screen.tsx';
import { CalendarScreen } from '@/features/planning/calendar/calendar-screen.tsx';
import type { Autosave } from '@/features/planning/editor/autosave/autosave.ts';
import { ConflictDialog } from '@/features/planning/editor/conflicts/conflict-dialog.tsx';
import { LessonHead } from '@/features/planning/editor/lesson/lesson-head.tsx';
import { LessonMenu } from '@/features/planning/editor/lesson/lesson-menu.tsx';
import { UnitScreen } from '@/features/planning/editor/unit/unit-screen.tsx';
import { MapScreen } from '@/features/planning/map/map-screen.tsx';
import { CoverageScreen } from '@/features/planning/standards-coverage/coverage-screen.tsx';
import { useSession } from '@/lib/session-context.tsx';

/** The unit that the test's server knows, open for writing. */
export function UnitScene() {
  return (
    <main>
      <UnitScreen id="01900000-0000-7000-8000-00000000aaaa" />
    </main>
  );
}

/** The head of a lesson of half an hour. */
export function LessonHeadScene() {
  const lesson = { id: '01900000-0000-7000-8000-00000000bbbb', title: 'Light', duration_minutes: 30 };
  const record = { ...lesson, lock_version: 0, can: { update: true } };
  return (
    <main>
      <LessonHead lesson={record as LessonPlan} unit={undefined} />
    </main>
  );
}

/** What is done with a lesson as a whole. */
export function LessonMenuScene() {
  const lesson = { id: '01900000-0000-7000-8000-00000000bbbb', title: 'Light', position: 3 };
  const record = { ...lesson, can: { update: true, delete: true } };
  return (
    <main>
      <LessonMenu lesson={record as LessonPlan} unitId="01900000-0000-7000-8000-00000000aaaa" />
    </main>
  );
}

/** What one wrote in two windows, side by side. */
export function ConflictScene() {
  const { me } = useSession();
  const author = { id: me.user.id, display_name: me.user.display_name };
  const conflict = { path: '/overview', mine: 'Light', theirs: 'Leaves', author, at: '2026-11-22T08:00:00Z' };
  return <ConflictDialog autosave={{} as Autosave} conflicts={[conflict]} labelOf={() => 'Overview'} />;
}

/** Requests that wait for a decision. */
export function ApprovalsScene() {
  return (
    <main>
      <ApprovalsScreen />
    </main>
  );
}

/** The planner's calendar in the week of the test. */
export function CalendarScene() {
  return (
    <main>
      <CalendarScreen today="2026-11-24" />
    </main>
  );
}

/** The curriculum map, as its address says. */
export function MapScene() {
  return (
    <main>
      <MapScreen />
    </main>
  );
}

/** The report of coverage, as its address says. */
export function CoverageScene() {
  return (
    <main>
      <CoverageScreen />
    </main>
  );
}
