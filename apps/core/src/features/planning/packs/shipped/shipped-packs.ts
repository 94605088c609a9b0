import type { Pack } from '@k12/contracts/planning/packs';
import { plain } from './plain.ts';

/** The packs that come with the product, by key; a tenant's copies are rows. The first is the default. */
export const shippedPacks: readonly Pack[] = [plain];

export const platformDefaultPack = plain;

export function shippedPack(key: string, version: number): Pack | undefined {
  return shippedPacks.find((pack) => pack.key === key && pack.version === version);
}
