// Generated from src by scripts/browser.ts. Do not edit.
export const changeModuleItems = {"name":"modules.change_items","method":"POST","path":"/courses/{id}/module_items/batch"};
export const createModuleItems = {"name":"modules.create_items","method":"POST","path":"/modules/{id}/items"};
export const deleteModuleItem = {"name":"modules.delete_item","method":"DELETE","path":"/module_items/{id}"};
export const listExistingTargets = {"name":"modules.list_targets","method":"GET","path":"/courses/{id}/module_targets"};
export const publishModuleItem = {"name":"modules.publish_item","method":"POST","path":"/module_items/{id}/publish"};
export const restoreModuleItem = {"name":"modules.restore_item","method":"POST","path":"/module_items/{id}/restore"};
export const revertCourseChange = {"name":"modules.revert_change","method":"POST","path":"/course_changes/{id}/revert"};
export const updateModuleItem = {"name":"modules.update_item","method":"PATCH","path":"/module_items/{id}"};
