import * as contract from '@k12/contracts/planning/document-links';
import { route } from '../../../platform/http/route.ts';
import * as service from './document-links.service.ts';

export const documentLinksRoutes = [
  route(contract.listDocumentLinks, ({ context, params }) => service.listLinks(context, params.id)),
  route(contract.createDocumentLink, ({ context, params, body }) =>
    service.createLink(context, params.id, body),
  ),
  route(contract.putDocumentLinkOrder, ({ context, params, body }) =>
    service.putOrder(context, params.id, body),
  ),
  route(contract.deleteDocumentLink, ({ context, params }) =>
    service.deleteLink(context, params.id, params.link_id),
  ),
  route(contract.listDocumentsOfUnit, ({ context, params }) => service.listDocumentsOf(context, params.id)),
];
