// Generated from src by scripts/browser.ts. Do not edit.
export const PackReason = {"options":["course","school","year_freeze","tenant","platform","plan"]};
export const fieldKinds = ["text","rich_text","choice","choices","number","rating","date_range"];
export const getPlannerSchema = {"name":"planner.schema","method":"GET","path":"/planner/schema"};
export const linkTypes = ["contains","derives_from","aligned_with"];
export const sectionKinds = ["text","rich_text","list","choice","choices","number","rating","date_range","standards","resources","lessons","group"];
