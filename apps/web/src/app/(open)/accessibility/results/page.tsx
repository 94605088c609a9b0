import { WalkResults } from '@/features/open/accessibility/walk-results.tsx';
import { titleOf } from '@/lib/page-title.ts';
import { pages } from '@/lib/pages.ts';

export const generateMetadata = titleOf(pages.accessibilityResults);

export default function Page() {
  return <WalkResults />;
}
