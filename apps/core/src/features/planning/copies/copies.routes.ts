import * as contract from '@k12/contracts/planning/copies';
import { route } from '../../../platform/http/route.ts';
import * as duplicates from './duplicate.service.ts';
import { listKeptTexts } from './kept-texts.service.ts';
import * as offers from './offers.service.ts';
import { movePack } from './pack-move.service.ts';

export const copiesRoutes = [
  route(contract.duplicateUnit, ({ context, params, body }) =>
    duplicates.duplicateUnit(context, params.id, body),
  ),
  route(contract.getLineage, ({ context, params }) => duplicates.getLineage(context, params.id)),
  route(contract.offerCopy, ({ context, params, body }) => offers.offerCopy(context, params.id, body)),
  route(contract.listOffersOfUnit, ({ context, params }) => offers.listOffersOfUnit(context, params.id)),
  route(contract.listPlanOffers, ({ context, query }) => offers.listOffers(context, query)),
  route(contract.acceptPlanOffer, ({ context, params }) => offers.acceptOffer(context, params.id)),
  route(contract.revokePlanOffer, ({ context, params }) => offers.revokeOffer(context, params.id)),
  route(contract.listKeptTexts, ({ context, params }) => listKeptTexts(context, params.id)),
  route(contract.movePack, ({ context, params, body }) => movePack(context, params.id, body)),
];
