// Generated from src by scripts/browser.ts. Do not edit.
export const ContextKind = {"options":["course","grade_team","interdisciplinary","programme","school_wide"]};
export const createContext = {"name":"planning_contexts.create","method":"POST","path":"/planning_contexts"};
export const deleteContext = {"name":"planning_contexts.delete","method":"DELETE","path":"/planning_contexts/{id}"};
export const getContext = {"name":"planning_contexts.get","method":"GET","path":"/planning_contexts/{id}"};
export const listContexts = {"name":"planning_contexts.list","method":"GET","path":"/planning_contexts"};
export const updateContext = {"name":"planning_contexts.update","method":"PATCH","path":"/planning_contexts/{id}"};
