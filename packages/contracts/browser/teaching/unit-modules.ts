// Generated from src by scripts/browser.ts. Do not edit.
export const createUnitModule = {"name":"modules.create_from_unit","method":"POST","path":"/courses/{id}/unit_modules"};
export const getUnitChanges = {"name":"modules.get_unit_changes","method":"GET","path":"/modules/{id}/unit_changes"};
export const listPushableItems = {"name":"unit_plans.list_pushable","method":"GET","path":"/unit_plans/{id}/push_to_course"};
export const listUnitsForModules = {"name":"modules.list_units","method":"GET","path":"/courses/{id}/unit_modules"};
export const pushToCourse = {"name":"unit_plans.push_to_course","method":"POST","path":"/unit_plans/{id}/push_to_course"};
export const takeUnitChanges = {"name":"modules.take_unit_changes","method":"POST","path":"/modules/{id}/unit_changes"};
