import { createHash } from 'node:crypto';
import type { Pack } from '@k12/contracts/planning/packs';
import { backwardDesign } from './backward-design.ts';
import { diploma } from './diploma.ts';
import { fiveE } from './five-e.ts';
import { middleYears } from './middle-years.ts';
import { plain } from './plain.ts';
import { primaryInquiry } from './primary-inquiry.ts';
import { schemeOfWork } from './scheme-of-work.ts';
import { workshop } from './workshop.ts';

/** The packs that come with the product; a tenant's own are rows. */
export const shippedPacks: readonly Pack[] = [
  plain,
  backwardDesign,
  fiveE,
  workshop,
  primaryInquiry,
  middleYears,
  diploma,
  schemeOfWork,
];

export const platformDefaultPack = plain;

export function shippedPack(key: string, version: number): Pack | undefined {
  return shippedPacks.find((pack) => pack.key === key && pack.version === version);
}

export function isShippedKey(key: string): boolean {
  return shippedPacks.some((pack) => pack.key === key);
}

/** The same id in every installation, so that what is code is asked for like what is a row. */
export function shippedPackId(pack: Pack): string {
  const hex = createHash('sha256').update(`homeroom pack ${pack.key} ${pack.version}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const byId = new Map(shippedPacks.map((pack) => [shippedPackId(pack), pack]));

export function shippedPackById(id: string): Pack | undefined {
  return byId.get(id);
}
