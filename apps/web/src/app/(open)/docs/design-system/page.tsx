import { DesignSystem } from '@/features/open/design-system.tsx';
import { titleOf } from '@/lib/page-title.ts';
import { pages } from '@/lib/pages.ts';

export const generateMetadata = titleOf(pages.designSystem);

export default function Page() {
  return <DesignSystem />;
}
