import {
  archiveSchool,
  createSchool,
  getSchool,
  listSchools,
  restoreSchool,
  updateSchool,
} from '@k12/contracts/identity/schools';
import { route } from '../../../platform/http/route.ts';
import * as service from './schools.service.ts';

export const schoolsRoutes = [
  route(listSchools, ({ context, query }) => service.listSchools(context, query)),
  route(createSchool, ({ context, body }) => service.createSchool(context, body)),
  route(getSchool, ({ context, params }) => service.getSchool(context, params.id)),
  route(updateSchool, ({ context, params, body }) => service.updateSchool(context, params.id, body)),
  route(archiveSchool, ({ context, params }) => service.archiveSchool(context, params.id)),
  route(restoreSchool, ({ context, params }) => service.restoreSchool(context, params.id)),
];
