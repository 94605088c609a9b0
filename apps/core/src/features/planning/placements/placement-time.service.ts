import type { PlacementTime } from '@k12/contracts/planning/placements';
import { timeLeft } from '@k12/plan-content/time-left';
import type { Context } from '../../../platform/context.ts';
import { todayOf } from '../../identity/tenants/tenants.service.ts';
import { schoolYears } from '../../teaching/school-days/school-years.service.ts';
import { listTaughtLessons } from '../lesson-sessions/session-records.service.ts';
import { loadPlacements, rowFacts, selectPlacement } from './placement-records.service.ts';
import * as queries from './placements.queries.ts';

/** Minutes planned against those left before the next unit or break, by the section with the fewest (PLN-188). */
export async function getPlacementTime(context: Context, id: string): Promise<PlacementTime> {
  return context.readTenant(async (tx) => {
    const { placement, course } = await selectPlacement(tx, context, id);
    const years = await schoolYears(tx, [course.school_id], course.academic_year_id);
    const facts = await rowFacts(tx, [course], years, course.academic_year_id);
    const [row, lessons, taught, today] = await Promise.all([
      loadPlacements(tx, context, { course_ids: [course.id] }),
      queries.listLessonsOfUnit(tx, placement.unit_plan_id),
      listTaughtLessons(tx, id),
      todayOf(context),
    ]);
    const from = [today, placement.starts_on].sort().at(-1) ?? today;
    const limits = [
      ...row.filter((other) => other.starts_on > placement.starts_on).map(({ starts_on }) => starts_on),
      ...(years.get(course.school_id)?.breaks ?? []).map(({ starts_on }) => starts_on),
    ].filter((day) => day > from);
    const until = limits.sort()[0] ?? '9999-12-31';
    const ids = placement.all_sections
      ? facts.sections.map((section) => section.id)
      : (placement.section_ids ?? []);
    const choices = ids.map((section) => {
      const left = (facts.meetings.get(section) ?? []).filter(({ day }) => day >= from && day < until);
      const done = new Set(
        taught.filter((one) => one.section_id === section).map((one) => one.lesson_plan_id),
      );
      return timeLeft(
        lessons.map((lesson) => ({ ...lesson, taught: done.has(lesson.id) })),
        left,
      );
    });
    const tightest = choices.sort((a, b) => b.unfit_lesson_ids.length - a.unfit_lesson_ids.length)[0];
    const { unfit_lesson_ids, ...figures } = tightest ?? timeLeft([], []);
    const unfit_lessons = lessons
      .filter((lesson) => unfit_lesson_ids.includes(lesson.id))
      .map((lesson) => ({ id: lesson.id, title: lesson.title }));
    return { ...figures, unfit_lessons };
  });
}
