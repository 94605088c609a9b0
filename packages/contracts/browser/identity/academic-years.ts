// Generated from src by scripts/browser.ts. Do not edit.
export const AcademicYearState = {"options":["planned","active","closing","closed"]};
export const OpenEnd = {"options":["ungraded","unfinalized","drafts"]};
export const activateAcademicYear = {"name":"academic_years.activate","method":"POST","path":"/academic_years/{id}/activate"};
export const closeAcademicYear = {"name":"academic_years.close","method":"POST","path":"/academic_years/{id}/close"};
export const createAcademicYear = {"name":"academic_years.create","method":"POST","path":"/academic_years"};
export const getAcademicYear = {"name":"academic_years.get","method":"GET","path":"/academic_years/{id}"};
export const getYearClosing = {"name":"academic_years.get_closing","method":"GET","path":"/academic_years/{id}/closing"};
export const listAcademicYears = {"name":"academic_years.list","method":"GET","path":"/academic_years"};
export const reopenAcademicYear = {"name":"academic_years.reopen","method":"POST","path":"/academic_years/{id}/reopen"};
export const updateAcademicYear = {"name":"academic_years.update","method":"PATCH","path":"/academic_years/{id}"};
export const waiveOpenEnds = {"name":"academic_years.waive","method":"POST","path":"/academic_years/{id}/waivers"};
