import { type DistrictSchool, OnboardingKey } from '@k12/contracts/identity/district';
import { authorize, schoolsInReach } from '../../../platform/auth/actor.ts';
import { dayIn } from '../../../platform/clock.ts';
import type { Context } from '../../../platform/context.ts';
import { selectTenant } from '../tenants/tenants.service.ts';
import * as queries from './district.queries.ts';

const activeDays = 7;

/** A district sees all its schools, a school's own staff theirs; a chosen school narrows it (IDN-09). */
export async function listDistrictSchools(context: Context) {
  const { actor, platform } = context;
  const reach = schoolsInReach(actor, 'analytics.read');
  authorize(reach === 'all' || reach.length > 0, 'analytics.read');
  const now = platform.clock.now();
  const { time_zone } = await selectTenant(platform, actor.tenant_id);
  const active_since = new Date(now.getTime() - activeDays * 86_400_000).toISOString();
  const schools = context.school_id ? within(reach, context.school_id) : reach;
  const asked = { schools, today: dayIn(time_zone, now), active_since };
  const rows = await context.readTenant((tx) => queries.listSchoolFigures(tx, asked), { at_once: true });
  return { computed_at: now.toISOString(), data: rows.map(present) };
}

function within(reach: 'all' | string[], schoolId: string): string[] {
  return reach === 'all' || reach.includes(schoolId) ? [schoolId] : [];
}

function present(row: queries.SchoolFigures): DistrictSchool {
  const { id, name, code, lowest_grade, highest_grade } = row;
  const { teachers_count, students_count, active_users_count, active_courses_count } = row;
  const facts = { ...row, teachers_added: teachers_count > 0 };
  const missing = OnboardingKey.options.filter((key) => !facts[key]);
  const total_count = OnboardingKey.options.length;
  return {
    ...{ id, name, code, lowest_grade, highest_grade },
    ...{ teachers_count, students_count, active_users_count, active_courses_count },
    onboarding: { done_count: total_count - missing.length, total_count, missing },
  };
}
