import type { DayMeeting, DayWork, TeachingDay } from '@k12/contracts/teaching/teaching-day';
import type { Transaction } from '@k12/db';
import { instantOf } from '@k12/grading/local-time';
import { addDays } from '@k12/plan-content/days';
import type { SectionMeeting } from '@k12/plan-content/section-meetings';
import { dayIn } from '../../../platform/clock.ts';
import type { Context } from '../../../platform/context.ts';
import { selectOptionalActiveYearId } from '../../identity/academic-years/academic-years.service.ts';
import { todayOf } from '../../identity/tenants/tenants.service.ts';
import { loadSessions, type SessionRow } from '../../planning/lesson-sessions/session-records.service.ts';
import { type CourseRow, coursesTaught } from '../courses/course-access.service.ts';
import { meetingsOfSections } from '../courses/section-meetings.service.ts';
import { loadSections } from '../courses/section-records.service.ts';
import { listDayWork } from '../inbox/inbox.service.ts';
import { type SchoolYear, schoolYears } from '../school-days/school-years.service.ts';

/** How far ahead a day with classes is looked for: over the longest break but the summer. */
const horizonDays = 28;

export async function getTeachingDay(context: Context): Promise<TeachingDay> {
  return context.readTenant(async (tx) => {
    const yearId = await selectOptionalActiveYearId(tx);
    const courses = yearId ? await coursesTaught(tx, context, yearId) : [];
    if (yearId === null || courses.length === 0) return emptyDay(await todayOf(context));
    const schools = await schoolYears(
      tx,
      courses.map(({ school_id }) => school_id),
      yearId,
    );
    const [day, work] = await Promise.all([
      dayOf(tx, context, courses, schools),
      listWork(tx, context, courses),
    ]);
    return { ...day, work };
  });
}

function emptyDay(today_on: string): TeachingDay {
  const nothing = { shown_on: null, rotation_day: null, term: null, meetings: [], work: [] };
  return { today_on, time_zone: 'UTC', ...nothing };
}

interface Meeting extends SectionMeeting {
  section_id: string;
}

async function dayOf(
  tx: Transaction,
  context: Context,
  courses: readonly CourseRow[],
  schools: ReadonlyMap<string, SchoolYear>,
): Promise<Omit<TeachingDay, 'work'>> {
  const courseOf = new Map(courses.map((course) => [course.id, course]));
  const sections = (await loadSections(tx, { course_ids: [...courseOf.keys()] })).filter(
    ({ state }) => state === 'active',
  );
  const schoolOf = (courseId: string) => schools.get(courseOf.get(courseId)?.school_id ?? '');
  const meetings = await meetingsOfSections(
    tx,
    sections.map(({ id, course_id }) => ({ id, school_id: courseOf.get(course_id)?.school_id ?? '' })),
    schools,
  );
  const school = [...schools.values()][0];
  const time_zone = school?.time_zone ?? 'UTC';
  const today_on = dayIn(time_zone, context.platform.clock.now());
  const { day: shown_on, meetings: shown } = nextMeetings(meetings, today_on);
  const sessions = shown_on
    ? await loadSessions(tx, context, { course_ids: [...courseOf.keys()], from: shown_on, to: shown_on })
    : [];
  return {
    today_on,
    shown_on,
    time_zone,
    rotation_day: school?.dates.find(({ day }) => day === shown_on)?.rotation_day ?? null,
    term: termOn(school, today_on),
    meetings: shown.flatMap((meeting): DayMeeting[] => {
      const section = sections.find(({ id }) => id === meeting.section_id);
      const course = section && courseOf.get(section.course_id);
      if (!section || !course) return [];
      const zone = schoolOf(course.id)?.time_zone ?? time_zone;
      return [
        {
          section_id: section.id,
          section_name: section.name,
          course_id: course.id,
          course_name: course.name,
          color: course.color,
          starts_at: instantOf(zone, meeting.day, meeting.starts_at),
          ends_at: instantOf(zone, meeting.day, meeting.ends_at),
          location:
            section.meetings.find(({ starts_at }) => starts_at === meeting.starts_at)?.location ?? null,
          students_count: section.students_count,
          lesson: lessonOf(sessions, meeting),
        },
      ];
    }),
  };
}

/** Of today, or of the first day after it on which anybody meets. */
function nextMeetings(
  bySection: ReadonlyMap<string, SectionMeeting[]>,
  today: string,
): { day: string | null; meetings: Meeting[] } {
  const last = addDays(today, horizonDays);
  const ahead = [...bySection].flatMap(([section_id, meetings]) =>
    meetings.filter(({ day }) => day >= today && day <= last).map((meeting) => ({ ...meeting, section_id })),
  );
  const day = ahead.map((meeting) => meeting.day).sort()[0] ?? null;
  const meetings = ahead.filter((meeting) => meeting.day === day);
  return { day, meetings: meetings.sort((a, b) => a.starts_at.localeCompare(b.starts_at)) };
}

function lessonOf(sessions: readonly SessionRow[], meeting: Meeting): DayMeeting['lesson'] {
  const own = sessions.filter(
    ({ section_id, state }) => section_id === meeting.section_id && state !== 'skipped',
  );
  const session = own.find(({ starts_at }) => starts_at?.slice(0, 5) === meeting.starts_at) ?? own[0];
  if (!session) return null;
  const { lesson_plan_id, unit_plan_id, title, state } = session;
  return { lesson_plan_id, unit_plan_id, title, is_taught: state === 'taught' };
}

function termOn(school: SchoolYear | undefined, today: string): TeachingDay['term'] {
  const term = school?.terms.find(({ starts_on, ends_on }) => starts_on <= today && ends_on >= today);
  if (!school || !term) return null;
  const left = school.dates.filter(({ day }) => day > today && day <= term.ends_on);
  return { name: term.name, school_days_left: left.length };
}

async function listWork(
  tx: Transaction,
  context: Context,
  courses: readonly CourseRow[],
): Promise<DayWork[]> {
  const mine = new Map(courses.map((course) => [course.id, course]));
  const rows = await listDayWork(tx, context, new Set(mine.keys()));
  return rows.map((row) => ({
    ...row,
    course_name: mine.get(row.course_id)?.name ?? '',
    color: mine.get(row.course_id)?.color ?? null,
  }));
}
