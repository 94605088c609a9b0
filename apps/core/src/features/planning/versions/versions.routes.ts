import type { PlanKind } from '@k12/contracts/planning/plan-families';
import * as contract from '@k12/contracts/planning/versions';
import { type Route, route } from '../../../platform/http/route.ts';
import { diff } from './compare.service.ts';
import { fieldHistory } from './field-history.service.ts';
import { restoreVersion } from './restore.service.ts';
import * as service from './versions.service.ts';

/** The operations of units, told apart from those of the other kinds by their addresses alone. */
interface Family {
  list: typeof contract.listUnitVersions;
  cut: typeof contract.cutUnitVersion;
  get: typeof contract.getUnitVersion;
  diff: typeof contract.diffUnitVersions;
  fieldHistory: typeof contract.getUnitFieldHistory;
  restore: typeof contract.restoreUnitVersion;
}

function routesOf(kind: PlanKind, family: Family): Route[] {
  return [
    route(family.list, ({ context, params, query }) => service.listVersions(context, kind, params.id, query)),
    route(family.cut, ({ context, params, body }) => service.cutVersionNow(context, kind, params.id, body)),
    route(family.get, ({ context, params }) => service.getVersion(context, kind, params)),
    route(family.diff, ({ context, params, query }) => diff(context, kind, params.id, query)),
    route(family.fieldHistory, ({ context, params, query }) =>
      fieldHistory(context, kind, params.id, query.path),
    ),
    route(family.restore, ({ context, params, body }) => restoreVersion(context, kind, params, body.path)),
  ];
}

export const versionsRoutes: Route[] = [
  ...routesOf('unit', {
    list: contract.listUnitVersions,
    cut: contract.cutUnitVersion,
    get: contract.getUnitVersion,
    diff: contract.diffUnitVersions,
    fieldHistory: contract.getUnitFieldHistory,
    restore: contract.restoreUnitVersion,
  }),
  ...routesOf('lesson', {
    list: contract.listLessonVersions,
    cut: contract.cutLessonVersion,
    get: contract.getLessonVersion,
    diff: contract.diffLessonVersions,
    fieldHistory: contract.getLessonFieldHistory,
    restore: contract.restoreLessonVersion,
  }),
  ...routesOf('template', {
    list: contract.listTemplateVersions,
    cut: contract.cutTemplateVersion,
    get: contract.getTemplateVersion,
    diff: contract.diffTemplateVersions,
    fieldHistory: contract.getTemplateFieldHistory,
    restore: contract.restoreTemplateVersion,
  }),
  ...routesOf('document', {
    list: contract.listDocumentVersions,
    cut: contract.cutDocumentVersion,
    get: contract.getDocumentVersion,
    diff: contract.diffDocumentVersions,
    fieldHistory: contract.getDocumentFieldHistory,
    restore: contract.restoreDocumentVersion,
  }),
];
