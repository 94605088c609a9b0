'use client';
import {
  type AffectedSection,
  deleteSchoolDays,
  putSchoolDays,
  type SchoolCalendar,
  type SchoolDaysPut,
} from '@k12/contracts/teaching/school-days';
import { useCallback } from 'react';
import { useChange } from '@/lib/api/hooks.ts';
import type { Affected } from './affected-note.tsx';
import { type DayKind, type DayRun, leftOut, type Stretch, stretchesOf } from './day-runs.ts';

export interface DaysGiven extends Stretch {
  kind: DayKind;
  fields: Omit<SchoolDaysPut, 'school_id' | 'from' | 'to'>;
}

/** Days that change take the dates that follow them along. */
const refreshes = ['school_days.', 'calendar.', 'assignments.', 'lesson_sessions.', 'bump_proposals.'];

/** Saves days, gives back those the run no longer holds, and tells whose lessons are concerned. */
export function useSaveDays({ school_id, weekdays }: SchoolCalendar) {
  const put = useChange(putSchoolDays, refreshes);
  const giveBack = useChange(deleteSchoolDays, refreshes);
  return useCallback(
    async (run: DayRun | null, { from, to, kind, fields }: DaysGiven): Promise<Affected | null> => {
      const stretches = stretchesOf({ from, to }, kind, weekdays);
      const added: AffectedSection[] = [];
      const removed: AffectedSection[] = [];
      for (const stretch of stretches) {
        added.push(...(await put({ body: { school_id, ...stretch, ...fields } })).affected);
      }
      for (const stretch of run ? leftOut(run, stretches) : []) {
        removed.push(...(await giveBack({ query: { school_id, ...stretch } })).affected);
      }
      return added.length > 0 ? affectedOf('added', added) : affectedOf('removed', removed);
    },
    [put, giveBack, school_id, weekdays],
  );
}

/** Takes a run back to the week; the answer puts it back as it was. */
export function useRemoveDays({ school_id }: SchoolCalendar) {
  const put = useChange(putSchoolDays, refreshes);
  const giveBack = useChange(deleteSchoolDays, refreshes);
  const remove = useCallback(
    async (run: DayRun) => {
      const sections: AffectedSection[] = [];
      for (const stretch of leftOut(run, [])) {
        sections.push(...(await giveBack({ query: { school_id, ...stretch } })).affected);
      }
      return affectedOf('removed', sections);
    },
    [giveBack, school_id],
  );
  const restore = useCallback(
    async (run: DayRun) => {
      const [first] = run.days;
      if (!first) return;
      const { day_on: _, ...fields } = first;
      for (const stretch of leftOut(run, [])) await put({ body: { ...fields, ...stretch } });
    },
    [put],
  );
  return { remove, restore };
}

/** A section is named once, whatever number of requests concerned it. */
function affectedOf(kind: Affected['kind'], all: readonly AffectedSection[]): Affected | null {
  const sections = [...new Map(all.map((section) => [section.section_id, section])).values()];
  return sections.length > 0 ? { kind, sections } : null;
}
