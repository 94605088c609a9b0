interface StaffEnrollment {
  section_id: string;
  role: string;
  is_limited: boolean;
}

export interface EnrollmentTarget {
  section_id: string;
  role: string;
}

/** Teachers manage everybody in their course, co-teachers the students they are there for, assistants nobody (TCH-12). */
export function managesEnrollment(staff: readonly StaffEnrollment[], target: EnrollmentTarget): boolean {
  if (staff.some(({ role }) => role === 'teacher')) return true;
  if (target.role !== 'student') return false;
  return staff.some(
    ({ role, is_limited, section_id }) =>
      role === 'co_teacher' && (!is_limited || section_id === target.section_id),
  );
}
