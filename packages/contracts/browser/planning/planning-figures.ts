// Generated from src by scripts/browser.ts. Do not edit.
export const listPlanningFigures = {"name":"planning_figures.list","method":"GET","path":"/planning_figures"};
