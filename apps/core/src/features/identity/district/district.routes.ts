import { listDistrictSchools } from '@k12/contracts/identity/district';
import { route } from '../../../platform/http/route.ts';
import * as service from './district.service.ts';

export const districtRoutes = [
  route(listDistrictSchools, ({ context }) => service.listDistrictSchools(context)),
];
