'use client';
import { BackfillsSection } from './backfills-section.tsx';
import { SlowQueriesSection } from './slow-queries-section.tsx';

/** What the database takes long for, and what is changed in it beside the work. */
export function DatabasePart() {
  return (
    <div className="grid gap-10">
      <SlowQueriesSection />
      <BackfillsSection />
    </div>
  );
}
