// Generated from src by scripts/browser.ts. Do not edit.
export const StandardState = {"options":["active","retired"]};
export const createStandard = {"name":"standards.create","method":"POST","path":"/standards"};
export const deleteStandard = {"name":"standards.delete","method":"DELETE","path":"/standards/{id}"};
export const getFrameworkTree = {"name":"standard_frameworks.tree","method":"GET","path":"/standard_frameworks/{id}/tree"};
export const getStandard = {"name":"standards.get","method":"GET","path":"/standards/{id}"};
export const listStandards = {"name":"standards.list","method":"GET","path":"/standards"};
export const reinstateStandard = {"name":"standards.reinstate","method":"POST","path":"/standards/{id}/reinstate"};
export const retireStandard = {"name":"standards.retire","method":"POST","path":"/standards/{id}/retire"};
export const searchStandards = {"name":"standards.search","method":"GET","path":"/standards/search"};
export const suggestStandards = {"name":"standards.suggest","method":"GET","path":"/standards/suggestions"};
export const updateStandard = {"name":"standards.update","method":"PATCH","path":"/standards/{id}"};
