import type { Transaction } from '@k12/db';
import { activeYearStart } from './calendar.ts';
import { type CourseGiven, courseCatalogue } from './course-catalogue.ts';
import { type Seeding, type SeedPerson, schoolId } from './people.ts';
import { demoId, Random } from './random.ts';
import { insertRows } from './rows.ts';
import { seedSchoolDays } from './school-days.ts';

export interface SeedSection {
  id: string;
  course_id: string;
  name: string;
  teacher_id: string;
}

export interface SeedCourse {
  id: string;
  school_id: string;
  academic_year_id: string;
  given: CourseGiven;
  sections: SeedSection[];
  /** The state of its year: last year's course is a record, next year's a draft. */
  year: 'closed' | 'active';
}

/** Courses of last year and this year with sections, meetings, teachers and students. */
export async function seedCourses(
  tx: Transaction,
  seeding: Seeding,
  people: SeedPerson[],
): Promise<SeedCourse[]> {
  await seedSchoolDays(tx, seeding);
  const active = activeYearStart(seeding.now);
  const courses = seeding.tenant.schools.flatMap((school) => {
    const catalogue = courseCatalogue[school.key] ?? [];
    const place = { key: school.key, school_id: schoolId(seeding.tenant, school.key) };
    return [
      ...catalogue.map((given) => courseOf(seeding, place, given, active, people)),
      ...catalogue.map((given) => courseOf(seeding, place, given, active - 1, people)),
    ];
  });
  await insertCourses(tx, seeding, courses);
  await insertEnrollments(tx, seeding, courses, people);
  return courses;
}

function courseOf(
  { tenant, now }: Seeding,
  place: { key: string; school_id: string },
  given: CourseGiven,
  start: number,
  people: SeedPerson[],
): SeedCourse {
  const path = `${tenant.key}/courses/${place.key}/${start}/${given.code}/${given.name}`;
  const id = demoId(path);
  const staff = people.filter(
    ({ person, role, school_ids }) =>
      role === 'teacher' && school_ids.includes(place.school_id) && (person.state ?? 'active') === 'active',
  );
  const random = new Random(`${tenant.key}/teachers/${place.key}/${given.code}/${given.name}`);
  const named = staff.find(({ person }) => given.teacher !== undefined && person.email === given.teacher);
  const others = staff.filter(({ person }) => !isDemo(person.email));
  return {
    id,
    school_id: place.school_id,
    academic_year_id: demoId(`${tenant.key}/years/${start}`),
    given,
    year: start === activeYearStart(now) ? 'active' : 'closed',
    sections: given.sections.map((name) => ({
      id: demoId(`${path}/${name}`),
      course_id: id,
      name,
      teacher_id: (named ?? random.pick(others)).person.id,
    })),
  };
}

function isDemo(email: string | null | undefined): boolean {
  return /^(teacher|two\.schools|docente)@/.test(email ?? '');
}

async function insertCourses(tx: Transaction, seeding: Seeding, courses: SeedCourse[]): Promise<void> {
  const { tenant_id, now } = seeding;
  const at = { created_at: now.toISOString(), updated_at: now.toISOString() };
  await insertRows(
    tx,
    'courses',
    courses.map(({ id, school_id, academic_year_id, given, year }) => ({
      tenant_id,
      id,
      school_id,
      academic_year_id,
      name: given.name,
      code: given.code,
      subject: given.subject,
      grade_levels: [given.grade],
      color: given.color,
      state: year === 'active' ? ('active' as const) : ('archived' as const),
      archived_at: year === 'active' ? null : now.toISOString(),
      ...at,
    })),
  );
  const sections = courses.flatMap((course) =>
    course.sections.map((section, at) => ({ course, section, at })),
  );
  await insertRows(
    tx,
    'sections',
    sections.map(({ section }) => ({
      tenant_id,
      id: section.id,
      course_id: section.course_id,
      name: section.name,
      capacity: 32,
      ...at,
    })),
  );
  await insertRows(
    tx,
    'section_meetings',
    sections.flatMap(({ course, section, at: place }) =>
      meetingsOf(course.given, place).map((meeting, number) => ({
        tenant_id,
        id: demoId(`${section.id}/meetings/${number}`),
        section_id: section.id,
        ...meeting,
        location: `Room ${100 + (Number.parseInt(section.id.slice(0, 4), 16) % 140)}`,
        created_at: now.toISOString(),
      })),
    ),
  );
}

const blocks = [
  ['08:00', '09:15'],
  ['09:25', '10:40'],
  ['11:20', '12:35'],
  ['13:15', '14:30'],
] as const;
const periods = [
  ['08:00', '08:50'],
  ['09:00', '09:50'],
  ['10:05', '10:55'],
  ['11:05', '11:55'],
  ['12:45', '13:35'],
  ['13:45', '14:35'],
] as const;

export function meetingsOf(given: CourseGiven, place: number) {
  const order = given.subject.length + Number(given.grade || 0) + place;
  if (given.pattern === 'block') {
    const [starts_at, ends_at] = blocks[order % blocks.length] ?? blocks[0];
    return [{ rotation_day: place % 2 === 0 ? 'A' : 'B', weekday: null, starts_at, ends_at }];
  }
  const [starts_at, ends_at] = periods[order % periods.length] ?? periods[0];
  const weekdays = given.pattern === 'daily' ? [1, 2, 3, 4, 5] : [2, 4];
  return weekdays.map((weekday) => ({ weekday, rotation_day: null, starts_at, ends_at }));
}

/** Each student takes every course of the grade in one section; Ada in the first of each. */
async function insertEnrollments(
  tx: Transaction,
  { tenant_id, now }: Seeding,
  courses: SeedCourse[],
  people: SeedPerson[],
): Promise<void> {
  const at = { created_at: now.toISOString(), updated_at: now.toISOString() };
  const row = (section: SeedSection, user_id: string, role: 'teacher' | 'student') => ({
    tenant_id,
    id: demoId(`enrollments/${section.id}/${user_id}/${role}`),
    section_id: section.id,
    user_id,
    role,
    ...at,
  });
  const rows = courses.flatMap((course) => {
    const teachers = course.sections.map((section) => row(section, section.teacher_id, 'teacher'));
    if (course.year !== 'active') return teachers;
    const students = people.filter(
      ({ role, school_ids, grade_level }) =>
        role === 'student' && grade_level === course.given.grade && school_ids.includes(course.school_id),
    );
    return [
      ...teachers,
      ...students.flatMap(({ person, household }, number) => {
        const section = course.sections[household === null ? 0 : number % course.sections.length];
        return section ? [row(section, person.id, 'student')] : [];
      }),
    ];
  });
  await insertRows(tx, 'enrollments', rows);
}
