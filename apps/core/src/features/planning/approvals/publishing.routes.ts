import type { PlanKind } from '@k12/contracts/planning/plan-families';
import * as contract from '@k12/contracts/planning/transitions';
import { type Route, route } from '../../../platform/http/route.ts';
import { preview } from './preview.service.ts';
import * as service from './transitions.service.ts';

/** The operations of units, told apart from those of the other kinds by their addresses alone. */
interface Family {
  preview: typeof contract.previewUnit;
  submit: typeof contract.submitUnit;
  withdraw: typeof contract.withdrawUnit;
  publish: typeof contract.publishUnit;
  unpublish: typeof contract.unpublishUnit;
  archive: typeof contract.archiveUnit;
  unarchive: typeof contract.unarchiveUnit;
}

function routesOf(kind: PlanKind, family: Family): Route[] {
  return [
    route(family.preview, ({ context, params }) => preview(context, kind, params.id)),
    route(family.submit, ({ context, params, body }) => service.submit(context, kind, params.id, body)),
    route(family.withdraw, ({ context, params, body }) => service.withdraw(context, kind, params.id, body)),
    route(family.publish, ({ context, params, body }) => service.publish(context, kind, params.id, body)),
    route(family.unpublish, ({ context, params }) => service.unpublish(context, kind, params.id)),
    route(family.archive, ({ context, params, body }) => service.archive(context, kind, params.id, body)),
    route(family.unarchive, ({ context, params }) => service.unarchive(context, kind, params.id)),
  ];
}

export const publishingRoutes: Route[] = [
  ...routesOf('unit', {
    preview: contract.previewUnit,
    submit: contract.submitUnit,
    withdraw: contract.withdrawUnit,
    publish: contract.publishUnit,
    unpublish: contract.unpublishUnit,
    archive: contract.archiveUnit,
    unarchive: contract.unarchiveUnit,
  }),
  ...routesOf('lesson', {
    preview: contract.previewLesson,
    submit: contract.submitLesson,
    withdraw: contract.withdrawLesson,
    publish: contract.publishLesson,
    unpublish: contract.unpublishLesson,
    archive: contract.archiveLesson,
    unarchive: contract.unarchiveLesson,
  }),
  ...routesOf('template', {
    preview: contract.previewTemplate,
    submit: contract.submitTemplate,
    withdraw: contract.withdrawTemplate,
    publish: contract.publishTemplate,
    unpublish: contract.unpublishTemplate,
    archive: contract.archiveTemplate,
    unarchive: contract.unarchiveTemplate,
  }),
  ...routesOf('document', {
    preview: contract.previewDocument,
    submit: contract.submitDocument,
    withdraw: contract.withdrawDocument,
    publish: contract.publishDocument,
    unpublish: contract.unpublishDocument,
    archive: contract.archiveDocument,
    unarchive: contract.unarchiveDocument,
  }),
];
