import {
  createGuardianInvites,
  listGuardianInvites,
  redeemGuardianInvite,
  revokeGuardianInvite,
} from '@k12/contracts/identity/guardian-invites';
import {
  approveGuardianLink,
  consentToGuardian,
  createGuardianLink,
  endGuardianLink,
  getGuardianLink,
  listGuardianLinks,
  recordAdultBasis,
  restoreGuardianLink,
  restrictGuardianLink,
  updateGuardianLink,
} from '@k12/contracts/identity/guardian-links';
import { route } from '../../../platform/http/route.ts';
import * as adults from './adult-students.service.ts';
import * as invites from './guardian-invites.service.ts';
import * as service from './guardian-links.service.ts';

export const guardianLinksRoutes = [
  route(listGuardianLinks, ({ context, query }) => service.listGuardianLinks(context, query)),
  route(createGuardianLink, ({ context, body }) => service.createGuardianLink(context, body)),
  route(getGuardianLink, ({ context, params }) => service.getGuardianLink(context, params.id)),
  route(updateGuardianLink, ({ context, params, body }) =>
    service.updateGuardianLink(context, params.id, body),
  ),
  route(approveGuardianLink, ({ context, params }) => service.changeLinkState(context, params.id, 'approve')),
  route(restrictGuardianLink, ({ context, params }) =>
    service.changeLinkState(context, params.id, 'restrict'),
  ),
  route(endGuardianLink, ({ context, params }) => service.changeLinkState(context, params.id, 'end')),
  route(restoreGuardianLink, ({ context, params }) => service.changeLinkState(context, params.id, 'restore')),
  route(recordAdultBasis, ({ context, params, body }) => adults.recordAdultBasis(context, params.id, body)),
  route(consentToGuardian, ({ context, params, body }) =>
    adults.consentToGuardian(context, params.id, body.allow),
  ),
  route(createGuardianInvites, ({ context, body }) => invites.createGuardianInvites(context, body)),
  route(listGuardianInvites, ({ context, query }) => invites.listGuardianInvites(context, query)),
  route(revokeGuardianInvite, ({ context, params }) => invites.revokeGuardianInvite(context, params.id)),
  route(redeemGuardianInvite, ({ context, body }) => invites.redeemGuardianInvite(context, body.code)),
];
