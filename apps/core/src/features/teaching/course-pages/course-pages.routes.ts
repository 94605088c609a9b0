import * as contract from '@k12/contracts/teaching/course-pages';
import { route } from '../../../platform/http/route.ts';
import * as service from './course-pages.service.ts';

export const coursePagesRoutes = [
  route(contract.createCoursePage, ({ context, params, body }) =>
    service.createPage(context, params.id, body),
  ),
  route(contract.getCoursePage, ({ context, params }) => service.getPage(context, params.id)),
  route(contract.updateCoursePage, ({ context, params, body }) =>
    service.updatePage(context, params.id, body),
  ),
  route(contract.deleteCoursePage, ({ context, params }) => service.deletePage(context, params.id)),
  route(contract.restoreCoursePage, ({ context, params }) => service.restorePage(context, params.id)),
];
