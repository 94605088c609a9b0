// Generated from src by scripts/browser.ts. Do not edit.
export const SchemeScope = {"options":["tenant","school","course"]};
export const archiveGradingScheme = {"name":"grading_schemes.archive","method":"POST","path":"/grading_schemes/{id}/archive"};
export const createGradingScheme = {"name":"grading_schemes.create","method":"POST","path":"/grading_schemes"};
export const listGradingSchemes = {"name":"grading_schemes.list","method":"GET","path":"/grading_schemes"};
export const updateGradingScheme = {"name":"grading_schemes.update","method":"PATCH","path":"/grading_schemes/{id}"};
