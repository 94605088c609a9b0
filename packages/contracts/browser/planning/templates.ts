// Generated from src by scripts/browser.ts. Do not edit.
export const TemplateLevel = {"options":["personal","school","district"]};
export const createTemplate = {"name":"templates.create","method":"POST","path":"/templates"};
export const createUnitFromTemplate = {"name":"templates.create_unit","method":"POST","path":"/templates/{id}/create_unit"};
export const deleteTemplate = {"name":"templates.delete","method":"DELETE","path":"/templates/{id}"};
export const getTemplate = {"name":"templates.get","method":"GET","path":"/templates/{id}"};
export const getTemplateFindings = {"name":"unit_plans.template_findings","method":"GET","path":"/unit_plans/{id}/template_findings"};
export const getTemplateUpdate = {"name":"unit_plans.template_update.get","method":"GET","path":"/unit_plans/{id}/template_update"};
export const listTemplates = {"name":"templates.list","method":"GET","path":"/templates"};
export const restoreDeletedTemplate = {"name":"templates.restore_deleted","method":"POST","path":"/templates/{id}/restore_deleted"};
export const saveAsTemplate = {"name":"unit_plans.save_as_template","method":"POST","path":"/unit_plans/{id}/save_as_template"};
export const takeTemplateUpdate = {"name":"unit_plans.template_update.take","method":"POST","path":"/unit_plans/{id}/template_update"};
export const updateTemplate = {"name":"templates.update","method":"PATCH","path":"/templates/{id}"};
