import { CalendarScreen } from '@/features/planning/calendar/calendar-screen.tsx';
import { UnitScreen } from '@/features/planning/editor/unit/unit-screen.tsx';
import { MapScreen } from '@/features/planning/map/map-screen.tsx';
import { CoverageScreen } from '@/features/planning/standards-coverage/coverage-screen.tsx';

/** The unit that the test's server knows, open for writing. */
export function UnitScene() {
  return (
    <main>
      <UnitScreen id="01900000-0000-7000-8000-00000000aaaa" />
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
