// Generated from src by scripts/browser.ts. Do not edit.
export const archiveModule = {"name":"modules.archive","method":"POST","path":"/modules/{id}/archive"};
export const createModule = {"name":"modules.create","method":"POST","path":"/courses/{id}/modules"};
export const deleteModule = {"name":"modules.delete","method":"DELETE","path":"/modules/{id}"};
export const listDeletedModules = {"name":"modules.list_deleted","method":"GET","path":"/courses/{id}/modules/deleted"};
export const listModules = {"name":"modules.list","method":"GET","path":"/courses/{id}/modules"};
export const publishModule = {"name":"modules.publish","method":"POST","path":"/modules/{id}/publish"};
export const reorderItems = {"name":"modules.reorder_items","method":"POST","path":"/modules/{id}/reorder_items"};
export const reorderModules = {"name":"modules.reorder","method":"POST","path":"/courses/{id}/modules/reorder"};
export const restoreModule = {"name":"modules.restore","method":"POST","path":"/modules/{id}/restore"};
export const unpublishModule = {"name":"modules.unpublish","method":"POST","path":"/modules/{id}/unpublish"};
export const updateModule = {"name":"modules.update","method":"PATCH","path":"/modules/{id}"};
