// Generated from src by scripts/browser.ts. Do not edit.
export const FolderColour = {"options":["red","orange","yellow","green","teal","blue","purple","pink"]};
export const FolderScope = {"options":["personal","team","school","tenant"]};
export const createResourceFolder = {"name":"resource_folders.create","method":"POST","path":"/resource_folders"};
export const deleteResourceFolder = {"name":"resource_folders.delete","method":"DELETE","path":"/resource_folders/{id}"};
export const getResourceFolder = {"name":"resource_folders.get","method":"GET","path":"/resource_folders/{id}"};
export const listResourceFolders = {"name":"resource_folders.list","method":"GET","path":"/resource_folders"};
export const mostFolderLevels = 8;
export const restoreResourceFolder = {"name":"resource_folders.restore","method":"POST","path":"/resource_folders/{id}/restore"};
export const updateResourceFolder = {"name":"resource_folders.update","method":"PATCH","path":"/resource_folders/{id}"};
