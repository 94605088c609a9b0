// Generated from src by scripts/browser.ts. Do not edit.
export const CommentBankScope = {"options":["mine","course","school"]};
export const createBankEntry = {"name":"comment_bank.create","method":"POST","path":"/comment_bank"};
export const deleteBankEntry = {"name":"comment_bank.delete","method":"DELETE","path":"/comment_bank/{id}"};
export const importCommentBank = {"name":"comment_bank.import","method":"POST","path":"/comment_bank/import"};
export const listCommentBank = {"name":"comment_bank.list","method":"GET","path":"/comment_bank"};
export const updateBankEntry = {"name":"comment_bank.update","method":"PATCH","path":"/comment_bank/{id}"};
export const useBankEntry = {"name":"comment_bank.use","method":"POST","path":"/comment_bank/{id}/use"};
