import {
  attachResource,
  detachResource,
  listAttachments,
  updateAttachment,
} from '@k12/contracts/planning/resource-attachments';
import {
  createResourceFolder,
  deleteResourceFolder,
  getResourceFolder,
  listResourceFolders,
  restoreResourceFolder,
  updateResourceFolder,
} from '@k12/contracts/planning/resource-folders';
import {
  bulkResources,
  checkResource,
  createResource,
  deleteResource,
  getResource,
  getResourceContent,
  getResourceStorage,
  getResourceUsage,
  listResources,
  listResourceTags,
  listResourceVersions,
  renameResourceTag,
  replaceResource,
  restoreResource,
  shareResource,
  updateResource,
} from '@k12/contracts/planning/resources';
import { setFileHeaders } from '../../../platform/http/file-headers.ts';
import { route } from '../../../platform/http/route.ts';
import { sendContent } from '../../../platform/http/send-content.ts';
import * as attachments from './attachments.service.ts';
import * as bin from './bin.service.ts';
import * as bulk from './bulk.service.ts';
import * as content from './content.service.ts';
import * as folders from './folders.service.ts';
import * as health from './health.service.ts';
import * as service from './resources.service.ts';
import * as storage from './storage.service.ts';
import * as tags from './tags.service.ts';
import * as usage from './usage.service.ts';

export const resourcesRoutes = [
  route(listResources, ({ context, query }) => service.listResources(context, query)),
  route(createResource, ({ context, body }) => service.createResource(context, body)),
  route(getResource, ({ context, params }) => service.getResource(context, params.id)),
  route(updateResource, ({ context, params, body }) => service.updateResource(context, params.id, body)),
  route(deleteResource, ({ context, params, query }) => bin.deleteResource(context, params.id, query)),
  route(restoreResource, ({ context, params }) => bin.restoreResource(context, params.id)),
  route(shareResource, ({ context, params, body }) => service.shareResource(context, params.id, body)),
  route(replaceResource, ({ context, params, body }) => service.replaceResource(context, params.id, body)),
  route(checkResource, ({ context, params }) => health.checkResource(context, params.id)),
  route(bulkResources, ({ context, body }) => bulk.bulkResources(context, body)),
  route(listResourceVersions, ({ context, params }) => content.listVersions(context, params.id)),
  route(getResourceUsage, ({ context, params }) => usage.getUsage(context, params.id)),
  route(getResourceContent, async ({ context, params, query, request, reply }) => {
    const found = await content.findContent(context, params.id, query.version_id);
    setFileHeaders(reply, found.file);
    await sendContent(request, reply, found.stored);
    return '';
  }),
  route(listResourceTags, ({ context, query }) => tags.listTags(context, query.q)),
  route(renameResourceTag, ({ context, body }) => tags.renameTag(context, body)),
  route(getResourceStorage, ({ context }) => storage.getStorage(context)),
  route(listResourceFolders, ({ context, query }) => folders.listFolders(context, query.state)),
  route(createResourceFolder, ({ context, body }) => folders.createFolder(context, body)),
  route(getResourceFolder, ({ context, params }) => folders.getFolder(context, params.id)),
  route(updateResourceFolder, ({ context, params, body }) => folders.updateFolder(context, params.id, body)),
  route(deleteResourceFolder, ({ context, params, query }) => bin.deleteFolder(context, params.id, query)),
  route(restoreResourceFolder, ({ context, params }) => bin.restoreFolder(context, params.id)),
  route(listAttachments, ({ context, query }) => attachments.listAttachments(context, query)),
  route(attachResource, ({ context, params, body }) => attachments.attachResource(context, params.id, body)),
  route(detachResource, ({ context, params, body }) => attachments.detachResource(context, params.id, body)),
  route(updateAttachment, ({ context, params, body }) =>
    attachments.updateAttachment(context, params.id, body),
  ),
];
