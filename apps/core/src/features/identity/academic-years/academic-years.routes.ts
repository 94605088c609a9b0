import {
  activateAcademicYear,
  closeAcademicYear,
  createAcademicYear,
  getAcademicYear,
  getYearClosing,
  listAcademicYears,
  reopenAcademicYear,
  updateAcademicYear,
  waiveOpenEnds,
} from '@k12/contracts/identity/academic-years';
import { route } from '../../../platform/http/route.ts';
import * as service from './academic-years.service.ts';
import * as closing from './close-year.service.ts';

export const academicYearsRoutes = [
  route(listAcademicYears, ({ context, query }) => service.listAcademicYears(context, query)),
  route(createAcademicYear, ({ context, body }) => service.createAcademicYear(context, body)),
  route(getAcademicYear, ({ context, params }) => service.getAcademicYear(context, params.id)),
  route(updateAcademicYear, ({ context, params, body }) =>
    service.updateAcademicYear(context, params.id, body),
  ),
  route(activateAcademicYear, ({ context, params, body }) =>
    service.activateAcademicYear(context, params.id, body.replaces_id),
  ),
  route(getYearClosing, ({ context, params }) => closing.getClosing(context, params.id)),
  route(waiveOpenEnds, ({ context, params, body }) => closing.waive(context, params.id, body)),
  route(closeAcademicYear, ({ context, params, body }) =>
    closing.closeAcademicYear(context, params.id, body.reason),
  ),
  route(reopenAcademicYear, ({ context, params, body }) =>
    service.reopenAcademicYear(context, params.id, body.reason),
  ),
];
