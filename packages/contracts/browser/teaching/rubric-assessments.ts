// Generated from src by scripts/browser.ts. Do not edit.
export const putRubricAssessment = {"name":"rubric_assessments.save","method":"PUT","path":"/assignments/{id}/work/{student_id}/rubric_assessment"};
export const putSelfAssessment = {"name":"self_assessments.save","method":"PUT","path":"/assignments/{id}/my_self_assessment"};
