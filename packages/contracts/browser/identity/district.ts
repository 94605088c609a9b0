// Generated from src by scripts/browser.ts. Do not edit.
export const OnboardingKey = {"options":["admin_created","school_configured","academic_year","teachers_added","students_added","course_created","standards_imported"]};
export const listDistrictSchools = {"name":"district.schools","method":"GET","path":"/district/schools"};
