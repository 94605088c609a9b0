// Generated from src by scripts/browser.ts. Do not edit.
export const LevelColor = {"options":["bad","warn","info","good","best","plain"]};
export const ScaleSource = {"options":["product","tenant","school","course"]};
export const getCourseScale = {"name":"mastery.get_course_scale","method":"GET","path":"/courses/{id}/mastery/scale"};
export const getProficiencyScale = {"name":"proficiency_scale.get","method":"GET","path":"/proficiency_scale"};
export const updateCourseScale = {"name":"mastery.update_course_scale","method":"PUT","path":"/courses/{id}/mastery/scale"};
export const updateProficiencyScale = {"name":"proficiency_scale.update","method":"PUT","path":"/proficiency_scale"};
