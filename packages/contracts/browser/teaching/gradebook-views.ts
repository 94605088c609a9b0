// Generated from src by scripts/browser.ts. Do not edit.
export const createGradebookView = {"name":"gradebook_views.create","method":"POST","path":"/courses/{id}/gradebook/views"};
export const deleteGradebookView = {"name":"gradebook_views.delete","method":"DELETE","path":"/gradebook_views/{id}"};
export const getGradebookArrangement = {"name":"gradebook_views.get_arrangement","method":"GET","path":"/courses/{id}/gradebook/arrangement"};
export const putGradebookLayout = {"name":"gradebook_views.put_layout","method":"PUT","path":"/courses/{id}/gradebook/layout"};
export const updateGradebookView = {"name":"gradebook_views.update","method":"PATCH","path":"/gradebook_views/{id}"};
