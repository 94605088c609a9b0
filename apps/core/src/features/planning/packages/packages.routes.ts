import {
  applyPackageImport,
  createPackageImport,
  createPlanSetExport,
  getPackageImport,
  getPlanSetExport,
  getPlanSetExportFile,
} from '@k12/contracts/planning/plan-packages';
import { route } from '../../../platform/http/route.ts';
import * as imports from './package-imports.service.ts';
import * as service from './plan-sets.service.ts';

export const packagesRoutes = [
  route(createPlanSetExport, ({ context, body }) => service.createSetExport(context, body)),
  route(getPlanSetExport, ({ context, params }) => service.getSetExport(context, params.id)),
  route(getPlanSetExportFile, async ({ context, params, reply }) => {
    const file = await service.openSetExport(context, params.id);
    reply.headers({
      'content-type': file.content_type,
      'content-length': file.size_bytes,
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.file_name)}`,
      'cache-control': 'private, no-store',
    });
    reply.send(file.content);
    return '';
  }),
  route(createPackageImport, ({ context, body }) => imports.createImport(context, body)),
  route(getPackageImport, ({ context, params }) => imports.getImport(context, params.id)),
  route(applyPackageImport, ({ context, params }) => imports.applyImport(context, params.id)),
];
