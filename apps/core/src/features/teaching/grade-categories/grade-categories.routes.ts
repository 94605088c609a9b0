import * as contract from '@k12/contracts/teaching/grade-categories';
import { route } from '../../../platform/http/route.ts';
import * as service from './grade-categories.service.ts';

export const gradeCategoriesRoutes = [
  route(contract.listGradeCategories, ({ context, params }) => service.listCategories(context, params.id)),
  route(contract.createGradeCategory, ({ context, params, body }) =>
    service.createCategory(context, params.id, body),
  ),
  route(contract.updateGradeCategory, ({ context, params, body }) =>
    service.updateCategory(context, params.id, body),
  ),
  route(contract.deleteGradeCategory, ({ context, params, query }) =>
    service.deleteCategory(context, params.id, query.move_to),
  ),
];
