// Generated from src by scripts/browser.ts. Do not edit.
export const RubricScope = {"options":["mine","course","school","tenant"]};
export const RubricState = {"options":["draft","published","archived"]};
export const archiveRubric = {"name":"rubrics.archive","method":"POST","path":"/rubrics/{id}/archive"};
export const copyRubric = {"name":"rubrics.copy","method":"POST","path":"/rubrics/{id}/copy"};
export const createRubric = {"name":"rubrics.create","method":"POST","path":"/rubrics"};
export const deleteRubric = {"name":"rubrics.delete","method":"DELETE","path":"/rubrics/{id}"};
export const getRubric = {"name":"rubrics.get","method":"GET","path":"/rubrics/{id}"};
export const listRubrics = {"name":"rubrics.list","method":"GET","path":"/rubrics"};
export const unarchiveRubric = {"name":"rubrics.unarchive","method":"POST","path":"/rubrics/{id}/unarchive"};
export const updateRubric = {"name":"rubrics.update","method":"PATCH","path":"/rubrics/{id}"};
