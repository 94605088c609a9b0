// Generated from src by scripts/browser.ts. Do not edit.
export const SubmissionState = {"options":["not_started","draft","submitted","revision_requested"]};
export const WorkBlock = {"options":["not_yet_available","closed","no_attempts_left","course_over","nothing_to_submit"]};
export const getMySubmission = {"name":"my_submission.get","method":"GET","path":"/assignments/{id}/my_submission"};
export const putMyDraft = {"name":"my_submission.save_draft","method":"PUT","path":"/assignments/{id}/my_submission/draft"};
export const submitMyWork = {"name":"my_submission.submit","method":"POST","path":"/assignments/{id}/my_submission/submit"};
export const unsubmitMyWork = {"name":"my_submission.take_back","method":"POST","path":"/assignments/{id}/my_submission/unsubmit"};
