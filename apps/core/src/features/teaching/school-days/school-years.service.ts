import type { Transaction } from '@k12/db';
import { breaksOf } from '@k12/plan-content/placement-conflicts';
import {
  type CalendarRules,
  type DayOverride,
  type SchoolDate,
  schoolDates,
} from '@k12/plan-content/school-dates';
import { Problem } from '../../../platform/errors.ts';
import * as queries from './school-days.queries.ts';

interface Range {
  starts_on: string;
  ends_on: string;
}

/** A school in a year: its days with school, its breaks and its terms. */
export interface SchoolYear {
  school_id: string;
  time_zone: string;
  year: Range & { id: string; name: string; state: string };
  terms: (Range & { id: string; name: string })[];
  rules: CalendarRules;
  overrides: (DayOverride & { note: string | null })[];
  dates: SchoolDate[];
  breaks: Range[];
}

/** For other features: the school years of schools, in five statements for any number. */
export async function schoolYears(
  tx: Transaction,
  schoolIds: readonly string[],
  yearId: string,
): Promise<Map<string, SchoolYear>> {
  const ids = [...new Set(schoolIds)];
  const year = await queries.selectOptionalYear(tx, yearId);
  if (!year) throw new Problem('not_found');
  const [schools, calendars, days, terms] = await Promise.all([
    queries.listSchoolsOfIds(tx, ids),
    queries.listSchoolCalendars(tx, ids, yearId),
    queries.listSchoolDays(tx, ids, year.starts_on, year.ends_on),
    queries.listTopTerms(tx, yearId),
  ]);
  return new Map(
    schools.map((school) => {
      const rules = calendars.find(({ school_id }) => school_id === school.id) ?? usualWeek;
      const overrides = days.filter(({ school_id }) => school_id === school.id);
      const dates = schoolDates(rules, overrides, year);
      const own = terms.filter(({ school_ids }) => !school_ids || school_ids.includes(school.id));
      const facts = { school_id: school.id, time_zone: school.time_zone, year, rules, overrides, dates };
      return [school.id, { ...facts, terms: own, breaks: breaksOf(rules, dates, year) }];
    }),
  );
}

/** One school; it is known to exist. */
export async function schoolYear(tx: Transaction, schoolId: string, yearId: string): Promise<SchoolYear> {
  const found = (await schoolYears(tx, [schoolId], yearId)).get(schoolId);
  if (!found) throw new Problem('not_found');
  return found;
}

const usualWeek: CalendarRules = {
  weekdays: [1, 2, 3, 4, 5],
  rotation_days: [],
  rotation_on_day_off: 'keep',
  rotation_starts_on: null,
};
