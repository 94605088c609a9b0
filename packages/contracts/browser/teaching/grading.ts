// Generated from src by scripts/browser.ts. Do not edit.
export const GradingOrder = {"options":["name","time","score","ungraded_first","random"]};
export const WorkFilter = {"options":["to_grade","new_work","not_posted","posted","missing","late","revision"]};
export const getGradedWork = {"name":"grading.work","method":"GET","path":"/assignments/{id}/work/{student_id}"};
export const getGradingFrame = {"name":"grading.frame","method":"GET","path":"/assignments/{id}/grading"};
export const getWorkFile = {"name":"grading.file","method":"GET","path":"/assignments/{id}/work/{student_id}/files/{file_id}"};
export const holdWork = {"name":"grading.hold","method":"POST","path":"/assignments/{id}/work/{student_id}/hold"};
export const liftAnonymity = {"name":"grading.lift_anonymity","method":"POST","path":"/assignments/{id}/lift_anonymity"};
export const putWorkGrade = {"name":"grading.save_grade","method":"PUT","path":"/assignments/{id}/work/{student_id}/grade"};
export const takeNextUngraded = {"name":"grading.next","method":"POST","path":"/assignments/{id}/next_ungraded"};
export const takeRubricVersion = {"name":"grading.take_rubric_version","method":"POST","path":"/assignments/{id}/rubric_version"};
