// Generated from src by scripts/browser.ts. Do not edit.
export const EvidenceSource = {"options":["rubric","assignment","observation"]};
export const Trend = {"options":["up","down","steady"]};
export const createObservation = {"name":"mastery.observe","method":"POST","path":"/courses/{id}/mastery/{student_id}/{standard_id}/observations"};
export const deleteObservation = {"name":"mastery.delete_observation","method":"DELETE","path":"/courses/{id}/mastery/{student_id}/{standard_id}/observations/{observation_id}"};
export const getMasteryDetail = {"name":"mastery.get_detail","method":"GET","path":"/courses/{id}/mastery/{student_id}/{standard_id}"};
export const getMasterySheet = {"name":"mastery.get_sheet","method":"GET","path":"/courses/{id}/mastery"};
export const getStudentMastery = {"name":"mastery.get_student","method":"GET","path":"/courses/{id}/mastery/{student_id}"};
export const judgeMastery = {"name":"mastery.judge","method":"PATCH","path":"/courses/{id}/mastery/{student_id}/{standard_id}"};
export const updateMasteryCells = {"name":"mastery.update_cells","method":"PATCH","path":"/courses/{id}/mastery"};
