// Generated from src by scripts/browser.ts. Do not edit.
export const copyLesson = {"name":"lesson_plans.copy","method":"POST","path":"/lesson_plans/{id}/copy"};
export const moveLesson = {"name":"lesson_plans.move","method":"POST","path":"/lesson_plans/{id}/move"};
