// Generated from src by scripts/browser.ts. Do not edit.
export const AnnotationKind = {"options":["highlight","note","strike","pen","stamp"]};
export const createAnnotation = {"name":"annotations.create","method":"POST","path":"/assignments/{id}/work/{student_id}/annotations"};
export const deleteAnnotation = {"name":"annotations.delete","method":"DELETE","path":"/annotations/{id}"};
export const updateAnnotation = {"name":"annotations.update","method":"PATCH","path":"/annotations/{id}"};
