import {
  applyEnrollmentPreview,
  createEnrollmentPreview,
  getEnrollmentPreview,
} from '@k12/contracts/teaching/bulk-enrollment';
import { route } from '../../../platform/http/route.ts';
import * as service from './bulk-enrollment.service.ts';

export const bulkEnrollmentRoutes = [
  route(createEnrollmentPreview, ({ context, params, body }) =>
    service.createPreview(context, params.id, body),
  ),
  route(getEnrollmentPreview, ({ context, params }) => service.getPreview(context, params.id)),
  route(applyEnrollmentPreview, ({ context, params }) => service.applyPreview(context, params.id)),
];
