// Generated from src by scripts/browser.ts. Do not edit.
export const CompletionState = {"options":["not_started","in_progress","done"]};
export const completeItem = {"name":"my_modules.complete_item","method":"POST","path":"/module_items/{id}/complete"};
export const getModuleProgress = {"name":"modules.progress","method":"GET","path":"/modules/{id}/progress"};
export const getStudentView = {"name":"modules.student_view","method":"GET","path":"/courses/{id}/student_view"};
export const listMyModules = {"name":"my_modules.list","method":"GET","path":"/courses/{id}/my_modules"};
export const openMyItem = {"name":"my_modules.open_item","method":"POST","path":"/module_items/{id}/open"};
export const uncompleteItem = {"name":"my_modules.uncomplete_item","method":"DELETE","path":"/module_items/{id}/complete"};
