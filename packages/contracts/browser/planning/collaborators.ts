// Generated from src by scripts/browser.ts. Do not edit.
export const getDocumentCollaborators = {"name":"curriculum_documents.collaborators.get","method":"GET","path":"/curriculum_documents/{id}/collaborators"};
export const getLessonCollaborators = {"name":"lesson_plans.collaborators.get","method":"GET","path":"/lesson_plans/{id}/collaborators"};
export const getTemplateCollaborators = {"name":"templates.collaborators.get","method":"GET","path":"/templates/{id}/collaborators"};
export const getUnitCollaborators = {"name":"unit_plans.collaborators.get","method":"GET","path":"/unit_plans/{id}/collaborators"};
export const putDocumentCollaborators = {"name":"curriculum_documents.collaborators.put","method":"PUT","path":"/curriculum_documents/{id}/collaborators"};
export const putLessonCollaborators = {"name":"lesson_plans.collaborators.put","method":"PUT","path":"/lesson_plans/{id}/collaborators"};
export const putTemplateCollaborators = {"name":"templates.collaborators.put","method":"PUT","path":"/templates/{id}/collaborators"};
export const putUnitCollaborators = {"name":"unit_plans.collaborators.put","method":"PUT","path":"/unit_plans/{id}/collaborators"};
