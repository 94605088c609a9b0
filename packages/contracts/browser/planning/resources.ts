// Generated from src by scripts/browser.ts. Do not edit.
export const ResourceSort = {"options":["-updated_at","title"]};
export const bulkResources = {"name":"resources.bulk","method":"POST","path":"/resources/bulk"};
export const checkResource = {"name":"resources.check","method":"POST","path":"/resources/{id}/check"};
export const createResource = {"name":"resources.create","method":"POST","path":"/resources"};
export const deleteResource = {"name":"resources.delete","method":"DELETE","path":"/resources/{id}"};
export const getResource = {"name":"resources.get","method":"GET","path":"/resources/{id}"};
export const getResourceContent = {"name":"resources.content","method":"GET","path":"/resources/{id}/content"};
export const getResourceStorage = {"name":"resource_storage.get","method":"GET","path":"/resource_storage"};
export const getResourceUsage = {"name":"resources.usage","method":"GET","path":"/resources/{id}/usage"};
export const listResourceTags = {"name":"resource_tags.list","method":"GET","path":"/resource_tags"};
export const listResourceVersions = {"name":"resources.versions","method":"GET","path":"/resources/{id}/versions"};
export const listResources = {"name":"resources.list","method":"GET","path":"/resources"};
export const renameResourceTag = {"name":"resource_tags.rename","method":"POST","path":"/resource_tags/rename"};
export const replaceResource = {"name":"resources.replace","method":"POST","path":"/resources/{id}/replace"};
export const restoreResource = {"name":"resources.restore","method":"POST","path":"/resources/{id}/restore"};
export const shareResource = {"name":"resources.share","method":"POST","path":"/resources/{id}/share"};
export const updateResource = {"name":"resources.update","method":"PATCH","path":"/resources/{id}"};
