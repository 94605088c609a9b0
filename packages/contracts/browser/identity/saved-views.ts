// Generated from src by scripts/browser.ts. Do not edit.
export const createSavedView = {"name":"saved_views.create","method":"POST","path":"/saved_views"};
export const deleteSavedView = {"name":"saved_views.delete","method":"DELETE","path":"/saved_views/{id}"};
export const listSavedViews = {"name":"saved_views.list","method":"GET","path":"/saved_views"};
export const updateSavedView = {"name":"saved_views.update","method":"PATCH","path":"/saved_views/{id}"};
