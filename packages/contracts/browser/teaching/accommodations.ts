// Generated from src by scripts/browser.ts. Do not edit.
export const createAccommodation = {"name":"accommodations.create","method":"POST","path":"/courses/{id}/accommodations"};
export const deleteAccommodation = {"name":"accommodations.delete","method":"DELETE","path":"/accommodations/{id}"};
export const listAccommodations = {"name":"accommodations.list","method":"GET","path":"/courses/{id}/accommodations"};
export const updateAccommodation = {"name":"accommodations.update","method":"PATCH","path":"/accommodations/{id}"};
