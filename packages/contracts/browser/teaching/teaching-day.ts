// Generated from src by scripts/browser.ts. Do not edit.
export const getTeachingDay = {"name":"teaching_day.get","method":"GET","path":"/teaching_day"};
