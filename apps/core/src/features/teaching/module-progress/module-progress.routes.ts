import * as contract from '@k12/contracts/teaching/module-progress';
import { route } from '../../../platform/http/route.ts';
import * as mine from './my-modules.service.ts';
import * as service from './progress.service.ts';

export const moduleProgressRoutes = [
  route(contract.listMyModules, ({ context, params, query }) =>
    mine.listMyModules(context, params.id, query.student_id),
  ),
  route(contract.openMyItem, ({ context, params, body }) =>
    mine.openItem(context, params.id, body.student_id),
  ),
  route(contract.completeItem, ({ context, params, body }) => service.completeItem(context, params.id, body)),
  route(contract.uncompleteItem, ({ context, params }) => service.uncompleteItem(context, params.id)),
  route(contract.getModuleProgress, ({ context, params }) => service.getProgress(context, params.id)),
  route(contract.getStudentView, ({ context, params, query }) =>
    service.getStudentView(context, params.id, query.section_id),
  ),
];
