import { BinScreen } from '@/features/planning/bin/bin-screen.tsx';
import { TagsDialog } from '@/features/planning/resources/tags-dialog.tsx';
import { SearchScreen } from '@/features/planning/search/search-screen.tsx';
import { AdminStandardsScreen } from '@/features/planning/standards/admin-standards-screen.tsx';
import { StandardsScreen } from '@/features/planning/standards/standards-screen.tsx';

/** Frameworks, their imports and who is shown which. */
export function FrameworksScene() {
  return (
    <main>
      <AdminStandardsScreen />
    </main>
  );
}

/** The tree of a framework, as its address says. */
export function StandardsScene() {
  return (
    <main>
      <StandardsScreen />
    </main>
  );
}

/** The search page, as its address says. */
export function SearchScene() {
  return (
    <main>
      <SearchScreen />
    </main>
  );
}

/** What was thrown away of plans. */
export function PlanBinScene() {
  return (
    <main>
      <BinScreen />
    </main>
  );
}

/** The tags of the library. */
export function TagsScene() {
  return (
    <main>
      <TagsDialog onClose={() => {}} />
    </main>
  );
}
