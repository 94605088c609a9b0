// Generated from src by scripts/browser.ts. Do not edit.
export const getWhatIf = {"name":"what_if.get","method":"GET","path":"/students/{id}/courses/{course_id}/what_if"};
