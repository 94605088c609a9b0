import {
  createPlanExport,
  getPlanExport,
  getPlanExportFile,
  getPrintedPicture,
  getPrintedPlan,
} from '@k12/contracts/planning/exports';
import { route } from '../../../platform/http/route.ts';
import { pictureHeaders } from '../../operations/files/pictures.service.ts';
import * as service from './exports.service.ts';
import { openPlanPicture } from './pictures.service.ts';
import { printPlan } from './print-plan.service.ts';

export const exportsRoutes = [
  route(createPlanExport, ({ context, body }) => service.createExport(context, body)),
  route(getPlanExport, ({ context, params }) => service.getExport(context, params.id)),
  route(getPlanExportFile, async ({ context, params, reply }) => {
    const file = await service.openExportFile(context, params.id);
    reply.headers({
      'content-type': file.content_type,
      'content-length': file.size_bytes,
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.file_name)}`,
      'cache-control': 'private, no-store',
    });
    reply.send(file.content);
    return '';
  }),
  route(getPrintedPlan, ({ context, params, query }) => printPlan(context, params.id, query)),
  route(getPrintedPicture, async ({ context, params, reply }) => {
    const picture = await openPlanPicture(context, params.id, params.file_id);
    reply.headers(pictureHeaders(picture));
    reply.send(picture.content);
    return '';
  }),
];
