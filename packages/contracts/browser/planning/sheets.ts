// Generated from src by scripts/browser.ts. Do not edit.
export const SheetKind = {"options":["gradebook","roster","seating","rubric","assignment","module","map","week","calendar","coverage"]};
export const getSheet = {"name":"sheets.get","method":"GET","path":"/sheets"};
export const getSheetFile = {"name":"sheets.file","method":"GET","path":"/sheets/file"};
export const sheetKinds = ["gradebook","roster","seating","rubric","assignment","module","map","week","calendar","coverage"];
