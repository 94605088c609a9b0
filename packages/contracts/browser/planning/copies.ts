// Generated from src by scripts/browser.ts. Do not edit.
export const acceptPlanOffer = {"name":"plan_offers.accept","method":"POST","path":"/plan_offers/{id}/accept"};
export const duplicateUnit = {"name":"unit_plans.duplicate","method":"POST","path":"/unit_plans/{id}/duplicate"};
export const getLineage = {"name":"unit_plans.lineage","method":"GET","path":"/unit_plans/{id}/lineage"};
export const listKeptTexts = {"name":"unit_plans.kept_texts","method":"GET","path":"/unit_plans/{id}/kept_texts"};
export const listOffersOfUnit = {"name":"unit_plans.offers.list","method":"GET","path":"/unit_plans/{id}/offers"};
export const listPlanOffers = {"name":"plan_offers.list","method":"GET","path":"/plan_offers"};
export const movePack = {"name":"unit_plans.pack_move","method":"POST","path":"/unit_plans/{id}/pack_move"};
export const offerCopy = {"name":"unit_plans.offers.create","method":"POST","path":"/unit_plans/{id}/offers"};
export const revokePlanOffer = {"name":"plan_offers.revoke","method":"DELETE","path":"/plan_offers/{id}"};
