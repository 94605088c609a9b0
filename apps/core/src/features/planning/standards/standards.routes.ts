import {
  createFramework,
  deleteFramework,
  getCasePackage,
  getFramework,
  getFrameworkTable,
  getSubscriptions,
  listFrameworks,
  putSubscriptions,
  updateFramework,
} from '@k12/contracts/planning/standard-frameworks';
import {
  createStandard,
  deleteStandard,
  getFrameworkTree,
  getStandard,
  listStandards,
  reinstateStandard,
  retireStandard,
  searchStandards,
  suggestStandards,
  updateStandard,
} from '@k12/contracts/planning/standards';
import { downloadHeaders } from '../../../platform/http/download-headers.ts';
import { route } from '../../../platform/http/route.ts';
import { exportCase, exportTable } from './case-export.service.ts';
import * as frameworks from './frameworks.service.ts';
import { importsRoutes } from './imports.routes.ts';
import * as service from './standards.service.ts';
import * as tree from './tree.service.ts';

export const standardsRoutes = [
  ...importsRoutes,
  route(listFrameworks, ({ context, query }) => frameworks.listFrameworks(context, query)),
  route(createFramework, ({ context, body }) => frameworks.createFramework(context, body)),
  route(getFramework, ({ context, params }) => frameworks.getFramework(context, params.id)),
  route(updateFramework, ({ context, params, body }) => frameworks.updateFramework(context, params.id, body)),
  route(deleteFramework, ({ context, params }) => frameworks.deleteFramework(context, params.id)),
  route(getSubscriptions, ({ context, params }) => frameworks.getSubscriptions(context, params.id)),
  route(putSubscriptions, ({ context, params, body }) =>
    frameworks.putSubscriptions(context, params.id, body.framework_ids),
  ),
  route(getFrameworkTree, ({ context, params, query }) => tree.getTree(context, params.id, query)),
  route(getCasePackage, async ({ context, params, reply }) => {
    const { name, content } = await exportCase(context, params.id);
    reply.headers(downloadHeaders('application/json; charset=utf-8', name)).send(content);
    return '';
  }),
  route(getFrameworkTable, async ({ context, params, reply }) => {
    const { name, content } = await exportTable(context, params.id);
    reply.headers(downloadHeaders('text/csv; charset=utf-8', name)).send(content);
    return '';
  }),
  route(listStandards, ({ context, query }) => service.listStandards(context, query)),
  route(searchStandards, ({ context, query }) => tree.searchStandards(context, query)),
  route(suggestStandards, ({ context, query }) => tree.suggestStandards(context, query.plan_id)),
  route(createStandard, ({ context, body }) => service.createStandard(context, body)),
  route(getStandard, ({ context, params }) => service.getStandard(context, params.id)),
  route(updateStandard, ({ context, params, body }) => service.updateStandard(context, params.id, body)),
  route(retireStandard, ({ context, params }) => service.retireStandard(context, params.id)),
  route(reinstateStandard, ({ context, params }) => service.reinstateStandard(context, params.id)),
  route(deleteStandard, ({ context, params }) => service.deleteStandard(context, params.id)),
];
