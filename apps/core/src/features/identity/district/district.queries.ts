import type { Transaction } from '@k12/db';
import { sql } from 'kysely';

export interface SchoolFigures {
  id: string;
  name: string;
  code: string;
  lowest_grade: string | null;
  highest_grade: string | null;
  teachers_count: number;
  students_count: number;
  active_users_count: number;
  active_courses_count: number;
  admin_created: boolean;
  school_configured: boolean;
  academic_year: boolean;
  students_added: boolean;
  course_created: boolean;
  standards_imported: boolean;
}

export interface FiguresAsked {
  schools: 'all' | string[];
  /** The local date of the tenant. */
  today: string;
  active_since: string;
}

const tenant = sql`app.current_tenant()`;

/** Every active school with its figures in one statement; the most a tenant may have is 500 (IDN-09). */
export async function listSchoolFigures(tx: Transaction, asked: FiguresAsked): Promise<SchoolFigures[]> {
  const { schools, today, active_since } = asked;
  const { rows } = await sql<SchoolFigures>`
    with chosen as materialized (
      select id, name, code, lowest_grade, highest_grade, address, students_count from schools
      where tenant_id = ${tenant} and state = 'active'
        and ${schools === 'all' ? sql`true` : sql`id = any(${schools}::uuid[])`}
    ), year as (
      select id from academic_years where tenant_id = ${tenant} and state = 'active'
    ), staff as materialized (
      select held.school_id, role.key, count(*)::int as people,
        count(*) filter (where person.last_sign_in_at is not null)::int as seen
      from role_assignments held
      join roles role on role.tenant_id = ${tenant} and role.id = held.role_id and role.is_system
        and role.key in ('teacher', 'admin', 'district_admin')
      join users person on person.tenant_id = ${tenant} and person.id = held.user_id
        and person.state in ('active', 'invited')
      where held.tenant_id = ${tenant} and (held.starts_on is null or held.starts_on <= ${today}::date)
        and (held.ends_on is null or held.ends_on >= ${today}::date)
      group by held.school_id, role.key
    ), active as materialized (
      select member.school_id, count(*)::int as people
      from memberships member
      join users person on person.tenant_id = ${tenant} and person.id = member.user_id and person.state = 'active'
      where member.tenant_id = ${tenant} and member.school_id in (select id from chosen)
        and (member.starts_on is null or member.starts_on <= ${today}::date)
        and (member.ends_on is null or member.ends_on >= ${today}::date)
        and (
          person.last_sign_in_at >= ${active_since}::timestamptz
          or exists (
            select from sessions session
            where session.tenant_id = ${tenant} and session.user_id = person.id
              and session.last_seen_at >= ${active_since}::timestamptz
          )
          or exists (
            select from device_sessions device
            where device.tenant_id = ${tenant} and device.user_id = person.id
              and device.last_used_at >= ${active_since}::timestamptz
          )
        )
      group by member.school_id
    ), courses_given as materialized (
      select course.school_id, count(*) filter (where course.state = 'active')::int as active_count, count(*)::int as all_count
      from courses course
      where course.tenant_id = ${tenant} and course.state in ('draft', 'active')
        and course.academic_year_id in (select id from year)
      group by course.school_id
    )
    select chosen.id, chosen.name, chosen.code, chosen.lowest_grade, chosen.highest_grade, chosen.students_count,
      coalesce(teachers.people, 0) as teachers_count,
      coalesce(active.people, 0) as active_users_count,
      coalesce(given.active_count, 0) as active_courses_count,
      exists (
        select from staff where staff.seen > 0
          and ((staff.school_id is null and staff.key in ('admin', 'district_admin'))
            or (staff.school_id = chosen.id and staff.key = 'admin'))
      ) as admin_created,
      chosen.address is not null and chosen.lowest_grade is not null and chosen.highest_grade is not null
        as school_configured,
      exists (
        select from terms term
        where term.tenant_id = ${tenant} and term.academic_year_id in (select id from year)
          and (
            not exists (
              select from term_schools applies where applies.tenant_id = ${tenant} and applies.term_id = term.id
            ) or exists (
              select from term_schools applies
              where applies.tenant_id = ${tenant} and applies.term_id = term.id and applies.school_id = chosen.id
            )
          )
      ) as academic_year,
      exists (
        select from courses course
        join sections section on section.tenant_id = ${tenant} and section.course_id = course.id
        join enrollments enrollment on enrollment.tenant_id = ${tenant} and enrollment.section_id = section.id
          and enrollment.role = 'student' and enrollment.state = 'active'
        where course.tenant_id = ${tenant} and course.school_id = chosen.id
          and course.state in ('draft', 'active')
      ) as students_added,
      coalesce(given.all_count, 0) > 0 as course_created,
      exists (
        select from standard_frameworks framework
        where framework.tenant_id = ${tenant} and framework.standards_count > 0
          and (framework.school_id is null or framework.school_id = chosen.id)
      ) as standards_imported
    from chosen
    left join staff teachers on teachers.school_id = chosen.id and teachers.key = 'teacher'
    left join active on active.school_id = chosen.id
    left join courses_given given on given.school_id = chosen.id
    order by chosen.name, chosen.id
    limit 500`.execute(tx);
  return rows;
}
