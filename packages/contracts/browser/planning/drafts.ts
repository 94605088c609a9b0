// Generated from src by scripts/browser.ts. Do not edit.
export const cleanRichText = {"name":"rich_text.clean","method":"POST","path":"/rich_text/clean"};
export const getDocumentDraft = {"name":"curriculum_documents.draft.get","method":"GET","path":"/curriculum_documents/{id}/draft"};
export const getLessonDraft = {"name":"lesson_plans.draft.get","method":"GET","path":"/lesson_plans/{id}/draft"};
export const getTemplateDraft = {"name":"templates.draft.get","method":"GET","path":"/templates/{id}/draft"};
export const getUnitDraft = {"name":"unit_plans.draft.get","method":"GET","path":"/unit_plans/{id}/draft"};
export const patchDocumentDraft = {"name":"curriculum_documents.draft.update","method":"PATCH","path":"/curriculum_documents/{id}/draft"};
export const patchLessonDraft = {"name":"lesson_plans.draft.update","method":"PATCH","path":"/lesson_plans/{id}/draft"};
export const patchTemplateDraft = {"name":"templates.draft.update","method":"PATCH","path":"/templates/{id}/draft"};
export const patchUnitDraft = {"name":"unit_plans.draft.update","method":"PATCH","path":"/unit_plans/{id}/draft"};
export const postDocumentVisit = {"name":"curriculum_documents.visit","method":"POST","path":"/curriculum_documents/{id}/visit"};
export const postLessonVisit = {"name":"lesson_plans.visit","method":"POST","path":"/lesson_plans/{id}/visit"};
export const postTemplateVisit = {"name":"templates.visit","method":"POST","path":"/templates/{id}/visit"};
export const postUnitVisit = {"name":"unit_plans.visit","method":"POST","path":"/unit_plans/{id}/visit"};
