// Generated from src by scripts/browser.ts. Do not edit.
export const TermKind = {"options":["year","semester","trimester","quarter","grading_period","summer","custom"]};
export const createTerm = {"name":"terms.create","method":"POST","path":"/terms"};
export const deleteTerm = {"name":"terms.delete","method":"DELETE","path":"/terms/{id}"};
export const getTerm = {"name":"terms.get","method":"GET","path":"/terms/{id}"};
export const listTerms = {"name":"terms.list","method":"GET","path":"/terms"};
export const updateTerm = {"name":"terms.update","method":"PATCH","path":"/terms/{id}"};
