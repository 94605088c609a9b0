// Generated from src by scripts/browser.ts. Do not edit.
export const ChangeKind = {"options":["title","text","rich_text","list_item","group_item","choice","choices","number","rating","date_range","duration","tag","alignment","resource","lesson","unknown"]};
export const ChangeStatus = {"options":["added","removed","changed","moved"]};
export const RunStatus = {"options":["same","added","removed"]};
