import { ReportForm } from '@/features/open/accessibility/report-form.tsx';

/** The form as it stands on the public page. */
export function ReportScene() {
  return (
    <main className="max-w-document p-6">
      <h1>Accessibility</h1>
      <ReportForm />
    </main>
  );
}
