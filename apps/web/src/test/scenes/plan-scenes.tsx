import { UnitScreen } from '@/features/planning/editor/unit/unit-screen.tsx';

/** The unit that the test's server knows, open for writing. */
export function UnitScene() {
  return (
    <main>
      <UnitScreen id="01900000-0000-7000-8000-00000000aaaa" />
    </main>
  );
}
