// Generated from src by scripts/browser.ts. Do not edit.
export const BellSchedule = {"options":["normal","half_day","special"]};
export const deleteSchoolDays = {"name":"school_days.delete","method":"DELETE","path":"/school_days"};
export const getSchoolCalendar = {"name":"school_calendars.get","method":"GET","path":"/schools/{id}/calendar"};
export const listSchoolDays = {"name":"school_days.list","method":"GET","path":"/school_days"};
export const putSchoolCalendar = {"name":"school_calendars.put","method":"PUT","path":"/schools/{id}/calendar"};
export const putSchoolDays = {"name":"school_days.put","method":"PUT","path":"/school_days"};
