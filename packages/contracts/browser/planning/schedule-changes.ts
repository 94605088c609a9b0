// Generated from src by scripts/browser.ts. Do not edit.
export const undoScheduleChange = {"name":"schedule_changes.undo","method":"POST","path":"/schedule_changes/{id}/undo"};
