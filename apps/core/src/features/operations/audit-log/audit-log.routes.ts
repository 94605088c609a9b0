import {
  exportAuditLog,
  getAuditEvent,
  getAuditVerification,
  listAuditActions,
  listAuditEvents,
  verifyAuditLog,
} from '@k12/contracts/operations/audit-log';
import { route } from '../../../platform/http/route.ts';
import { exportEvents } from './audit-log.export.service.ts';
import * as service from './audit-log.service.ts';
import * as verification from './audit-log.verification.service.ts';

export const auditLogRoutes = [
  route(listAuditEvents, ({ context, query }) => service.listEvents(context, query)),
  route(exportAuditLog, async ({ context, query, reply }) => {
    const rows = await exportEvents(context, query);
    reply.headers({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="audit-log.csv"',
      'cache-control': 'private, no-store',
    });
    reply.send(rows);
    return '';
  }),
  route(listAuditActions, () => service.listActions()),
  route(getAuditEvent, ({ context, params }) => service.getEvent(context, params.id)),
  route(verifyAuditLog, ({ context }) => verification.requestVerification(context)),
  route(getAuditVerification, ({ context }) => verification.getVerification(context)),
];
