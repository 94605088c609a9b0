import { getFile, getFileContent, getPicture, uploadFile } from '@k12/contracts/operations/files';
import { purposes } from '../../../platform/files/purposes.ts';
import { withReceivedFile } from '../../../platform/files/receive-file.ts';
import { setFileHeaders } from '../../../platform/http/file-headers.ts';
import { route } from '../../../platform/http/route.ts';
import { sendContent } from '../../../platform/http/send-content.ts';
import * as service from './files.service.ts';
import { openLinkedPicture, pictureHeaders } from './pictures.service.ts';

export const filesRoutes = [
  route(uploadFile, async ({ context, query, request }) => {
    service.requireMayUpload(context, query.purpose);
    const { max_bytes } = purposes[query.purpose];
    return withReceivedFile(request, max_bytes, (file) => service.keepFile(context, query.purpose, file));
  }),

  route(getFile, ({ context, params }) => service.getFile(context, params.id)),

  route(getFileContent, async ({ context, params, query, request, reply }) => {
    const link = { expires: query.expires ?? 0, signature: query.signature ?? '' };
    const { file, stored } = await service.findContent(context, params.id, link);
    setFileHeaders(reply, file);
    await sendContent(request, reply, stored);
    return '';
  }),

  route(getPicture, async ({ context, params, query, reply }) => {
    const link = { expires: query.expires ?? 0, signature: query.signature ?? '' };
    const picture = await openLinkedPicture(context, params.id, link);
    reply.headers(pictureHeaders(picture));
    reply.send(picture.content);
    return '';
  }),
];
