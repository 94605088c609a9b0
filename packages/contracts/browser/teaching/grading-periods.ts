// Generated from src by scripts/browser.ts. Do not edit.
export const createGradingPeriod = {"name":"grading_periods.create","method":"POST","path":"/grading_periods"};
export const deleteGradingPeriod = {"name":"grading_periods.delete","method":"DELETE","path":"/grading_periods/{id}"};
export const finalizeGradingPeriod = {"name":"grading_periods.finalize","method":"POST","path":"/grading_periods/{id}/finalize"};
export const getSchoolGrading = {"name":"school_grading.get","method":"GET","path":"/schools/{id}/grading"};
export const listGradingPeriods = {"name":"grading_periods.list","method":"GET","path":"/grading_periods"};
export const lockGradingPeriod = {"name":"grading_periods.lock","method":"POST","path":"/grading_periods/{id}/lock"};
export const reopenGradingPeriod = {"name":"grading_periods.reopen","method":"POST","path":"/grading_periods/{id}/reopen"};
export const updateGradingPeriod = {"name":"grading_periods.update","method":"PATCH","path":"/grading_periods/{id}"};
export const updateSchoolGrading = {"name":"school_grading.update","method":"PUT","path":"/schools/{id}/grading"};
