// Generated from src by scripts/browser.ts. Do not edit.
export const SearchKind = {"options":["unit","lesson","template","document","standard","resource","course","person"]};
export const createSavedSearch = {"name":"saved_searches.create","method":"POST","path":"/saved_searches"};
export const deleteSavedSearch = {"name":"saved_searches.delete","method":"DELETE","path":"/saved_searches/{id}"};
export const listSavedSearches = {"name":"saved_searches.list","method":"GET","path":"/saved_searches"};
export const search = {"name":"search.find","method":"GET","path":"/search"};
export const searchKinds = ["unit","lesson","template","document","standard","resource","course","person"];
export const suggest = {"name":"search.suggest","method":"GET","path":"/search/suggest"};
export const updateSavedSearch = {"name":"saved_searches.update","method":"PATCH","path":"/saved_searches/{id}"};
