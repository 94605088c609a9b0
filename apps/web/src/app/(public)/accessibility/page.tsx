import { AccessibilityStatement } from '@/features/open/accessibility/accessibility-statement.tsx';
import { ReportForm } from '@/features/open/accessibility/report-form.tsx';
import { ownTexts } from '@/lib/page-texts.ts';
import { titleOf } from '@/lib/page-title.ts';
import { pages } from '@/lib/pages.ts';
import { MoreTexts } from '@/shell/more-texts.tsx';

export const generateMetadata = titleOf(pages.accessibility);

export default async function Page() {
  const texts = await ownTexts();
  return (
    <AccessibilityStatement>
      <MoreTexts texts={texts}>
        <ReportForm />
      </MoreTexts>
    </AccessibilityStatement>
  );
}
