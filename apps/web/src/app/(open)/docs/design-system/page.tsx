import { DesignSystemDocs } from '@k12/ui/docs/design-system-docs';
import { titleOf } from '@/lib/page-title.ts';
import { pages } from '@/lib/pages.ts';

export const generateMetadata = titleOf(pages.designSystem);

export default function Page() {
  return <DesignSystemDocs />;
}
