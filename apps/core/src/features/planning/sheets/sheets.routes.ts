import { getSheet, getSheetFile } from '@k12/contracts/planning/sheets';
import { route } from '../../../platform/http/route.ts';
import * as service from './sheets.service.ts';

export const sheetsRoutes = [
  route(getSheet, ({ context, query }) => service.getSheet(context, query)),
  route(getSheetFile, async ({ context, query, reply }) => {
    const { file_name, pdf } = await service.getSheetFile(context, query);
    reply.headers({
      'content-type': 'application/pdf',
      'content-length': pdf.length,
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file_name)}`,
      'cache-control': 'private, no-store',
    });
    reply.send(pdf);
    return '';
  }),
];
