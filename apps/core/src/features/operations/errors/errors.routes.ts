import { listErrors, reportClientErrors, reportCspViolations } from '@k12/contracts/operations/errors';
import { route } from '../../../platform/http/route.ts';
import * as service from './errors.service.ts';

export const errorsRoutes = [
  route(listErrors, async ({ context }) => ({ data: context.platform.errors.groups() })),
  route(reportClientErrors, async ({ platform, body, request }) =>
    service.noteClientErrors(platform, body, { request_id: request.id, tenant_id: request.tenant_id }),
  ),
  route(reportCspViolations, async ({ platform, body }) => service.noteCspViolations(platform, body)),
];
