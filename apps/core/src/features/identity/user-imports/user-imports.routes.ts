import {
  applyUserImport,
  createUserImport,
  getUserImport,
  getUserImportBadRows,
  listUserImportRows,
  previewUserImport,
} from '@k12/contracts/identity/user-imports';
import { downloadHeaders } from '../../../platform/http/download-headers.ts';
import { route } from '../../../platform/http/route.ts';
import * as service from './user-imports.service.ts';

export const userImportsRoutes = [
  route(createUserImport, ({ context, body }) => service.createImport(context, body)),
  route(getUserImport, ({ context, params }) => service.getImport(context, params.id)),
  route(previewUserImport, ({ context, params, body }) => service.previewImport(context, params.id, body)),
  route(listUserImportRows, ({ context, params, query }) =>
    service.listImportRows(context, params.id, query),
  ),
  route(applyUserImport, ({ context, params }) => service.applyImport(context, params.id)),
  route(getUserImportBadRows, async ({ context, params, reply }) => {
    const table = await service.badRows(context, params.id);
    reply.headers(downloadHeaders('text/csv; charset=utf-8', 'people-to-correct.csv')).send(table);
    return '';
  }),
];
