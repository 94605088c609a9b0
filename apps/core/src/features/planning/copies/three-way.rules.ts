import type { PlanSchema } from '@k12/contracts/planning/packs';
import type { UpdateOffer } from '@k12/contracts/planning/templates';
import { type Content, type Item, isItemList, joinPath } from '@k12/plan-content/paths';
import { sameValue } from '@k12/plan-content/same-value';

/**
 * What the origin has changed since and this plan does not have yet (PLN-68): sections as a whole, lists entry by
 * entry. What is the same here as it was in the origin is untouched and may be taken without a look.
 */
export function offersOf(
  schema: PlanSchema,
  contents: { was: Content; now: Content; mine: Content },
  isLocked: (path: string) => boolean,
): UpdateOffer[] {
  return schema.sections.flatMap(({ key, label }) => {
    const [was, now, mine] = [contents.was[key], contents.now[key], contents.mine[key]];
    const found =
      isList(was) && isList(now) && isList(mine)
        ? entryOffers(key, was, now, mine)
        : [compare(joinPath(key), was, now, mine)];
    return found
      .filter((offer) => offer !== null)
      .map((offer) => ({ ...offer, section_key: key, label, locked: isLocked(offer.path) }));
  });
}

type Compared = Pick<UpdateOffer, 'path' | 'status' | 'untouched' | 'was' | 'now' | 'mine'>;

function compare(path: string, was: unknown, now: unknown, mine: unknown): Compared | null {
  if (sameValue(was, now) || sameValue(now, mine)) return null;
  const status = isNothing(now) ? 'removed' : isNothing(was) ? 'added' : 'changed';
  const shown = { was: was ?? null, now: now ?? null, mine: mine ?? null };
  return { path, status, untouched: sameValue(was, mine), ...shown };
}

function entryOffers(key: string, was: Item[], now: Item[], mine: Item[]): (Compared | null)[] {
  const ids = new Set([...now, ...was].map(({ id }) => id));
  return [...ids].map((id) => compare(joinPath(key, id), find(was, id), find(now, id), find(mine, id)));
}

/** The content with these offers taken; an entry comes to stand where the origin has it. */
export function takeOffers(mine: Content, now: Content, offers: readonly UpdateOffer[]): Content {
  return offers.reduce((content, offer) => {
    const { section_key: key } = offer;
    if (offer.path === joinPath(key)) return withSection(content, key, offer.now);
    const entry = offer.now as Item | null;
    const list = listOf(content[key]);
    if (!entry) {
      return withSection(
        content,
        key,
        list.filter(({ id }) => joinPath(key, id) !== offer.path),
      );
    }
    if (list.some(({ id }) => id === entry.id)) {
      return withSection(
        content,
        key,
        list.map((one) => (one.id === entry.id ? entry : one)),
      );
    }
    return withSection(content, key, list.toSpliced(placeOf(list, listOf(now[key]), entry.id), 0, entry));
  }, mine);
}

/** Behind the nearest entry before it that is here too. */
function placeOf(mine: readonly Item[], now: readonly Item[], id: string): number {
  const before = now.slice(
    0,
    now.findIndex((entry) => entry.id === id),
  );
  const neighbour = before.findLast((entry) => mine.some((one) => one.id === entry.id));
  return neighbour ? mine.findIndex((one) => one.id === neighbour.id) + 1 : 0;
}

function withSection(content: Content, key: string, value: unknown): Content {
  if (!isNothing(value)) return { ...content, [key]: value };
  const { [key]: _gone, ...rest } = content;
  return rest;
}

/** One without entries is taken or left as a whole. */
function isList(value: unknown): value is Item[] {
  return isItemList(value) && value.length > 0;
}

function listOf(value: unknown): Item[] {
  return isItemList(value) ? value : [];
}

function find(list: readonly Item[], id: string): Item | undefined {
  return list.find((entry) => entry.id === id);
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null;
}
