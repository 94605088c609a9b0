import type { Transaction } from '@k12/db';
import { type SectionMeeting, sectionMeetings } from '@k12/plan-content/section-meetings';
import type { SchoolYear } from '../school-days/school-years.service.ts';
import * as queries from './sections.queries.ts';

/** For other features: all meetings of sections in their terms, in two statements for any number. */
export async function meetingsOfSections(
  tx: Transaction,
  sections: readonly { id: string; school_id: string }[],
  years: ReadonlyMap<string, SchoolYear>,
): Promise<Map<string, SectionMeeting[]>> {
  const ids = sections.map(({ id }) => id);
  const [patterns, ranges] = await Promise.all([
    queries.listMeetings(tx, ids),
    queries.listSectionRanges(tx, ids),
  ]);
  return new Map(
    sections.map((section) => {
      const own = patterns.filter(({ section_id }) => section_id === section.id);
      const range = ranges.find(({ section_id }) => section_id === section.id);
      const year = years.get(section.school_id);
      if (!range || !year) return [section.id, []];
      return [section.id, sectionMeetings(own, year.dates, range)];
    }),
  );
}
