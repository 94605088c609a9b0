import {
  applyImport,
  cancelImport,
  createImport,
  getImport,
  getImportBadRows,
  getImportProblemsTable,
  listImportProblems,
  listImports,
  previewImport,
} from '@k12/contracts/planning/standard-imports';
import { downloadHeaders } from '../../../platform/http/download-headers.ts';
import { route } from '../../../platform/http/route.ts';
import { badRowsTable } from './bad-rows.service.ts';
import * as service from './imports.service.ts';

export const importsRoutes = [
  route(listImports, ({ context, query }) => service.listImports(context, query)),
  route(createImport, ({ context, body }) => service.createImport(context, body)),
  route(getImport, ({ context, params }) => service.getImport(context, params.id)),
  route(previewImport, ({ context, params, body }) => service.previewImport(context, params.id, body)),
  route(applyImport, ({ context, params }) => service.applyImport(context, params.id)),
  route(cancelImport, ({ context, params }) => service.cancelImport(context, params.id)),
  route(listImportProblems, ({ context, params, query }) =>
    service.listImportProblems(context, params.id, query),
  ),
  route(getImportBadRows, async ({ context, params, reply }) => {
    const table = await badRowsTable(context, params.id);
    reply.headers(downloadHeaders('text/csv; charset=utf-8', 'rows-to-correct.csv')).send(table);
    return '';
  }),
  route(getImportProblemsTable, async ({ context, params, reply }) => {
    const table = await service.problemsTable(context, params.id);
    reply.headers(downloadHeaders('text/csv; charset=utf-8', 'import-problems.csv')).send(table);
    return '';
  }),
];
