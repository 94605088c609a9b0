import { getCourseHome } from '@k12/contracts/teaching/course-home';
import { route } from '../../../platform/http/route.ts';
import * as service from './course-home.service.ts';

export const courseHomeRoutes = [
  route(getCourseHome, ({ context, params }) => service.getCourseHome(context, params.id)),
];
