import { createWorkArchive, getWorkArchive, getWorkArchiveFile } from '@k12/contracts/teaching/work-archives';
import { downloadHeaders } from '../../../platform/http/download-headers.ts';
import { route } from '../../../platform/http/route.ts';
import * as service from './work-archives.service.ts';

export const workArchivesRoutes = [
  route(createWorkArchive, ({ context, params, body }) => service.createArchive(context, params.id, body)),
  route(getWorkArchive, ({ context, params }) => service.getArchive(context, params.id)),
  route(getWorkArchiveFile, async ({ context, params, reply }) => {
    const { content, file_name, size_bytes } = await service.openArchive(context, params.id);
    reply.headers({ ...downloadHeaders('application/zip', file_name), 'content-length': size_bytes });
    reply.send(content);
    return '';
  }),
];
