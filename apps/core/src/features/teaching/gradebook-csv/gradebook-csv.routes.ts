import {
  applyGradebookImport,
  createGradebookExport,
  createGradebookImport,
  exportGradebook,
  getGradebookExport,
  getGradebookExportFile,
  getGradebookImport,
} from '@k12/contracts/teaching/gradebook-csv';
import { downloadHeaders } from '../../../platform/http/download-headers.ts';
import { route } from '../../../platform/http/route.ts';
import * as exports from './export.service.ts';
import * as imports from './import.service.ts';
import * as large from './large-exports.service.ts';

export const gradebookCsvRoutes = [
  route(exportGradebook, async ({ context, params, query, reply }) => {
    const { file, text } = await exports.exportGradebook(context, params.id, query);
    reply.headers(downloadHeaders('text/csv; charset=utf-8', file));
    reply.send(text);
    return '';
  }),
  route(createGradebookExport, ({ context, params, body }) => large.createExport(context, params.id, body)),
  route(getGradebookExport, ({ context, params }) => large.getExport(context, params.id)),
  route(getGradebookExportFile, async ({ context, params, reply }) => {
    const { content, file_name } = await large.openExport(context, params.id);
    reply.headers(downloadHeaders('text/csv; charset=utf-8', file_name));
    reply.send(content);
    return '';
  }),
  route(createGradebookImport, ({ context, params, body }) => imports.createImport(context, params.id, body)),
  route(getGradebookImport, ({ context, params }) => imports.getImport(context, params.id)),
  route(applyGradebookImport, ({ context, params, body }) => imports.applyImport(context, params.id, body)),
];
