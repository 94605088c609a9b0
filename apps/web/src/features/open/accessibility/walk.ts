import { pageList } from '../../../lib/pages.ts';
import recorded from './walk.generated.json' with { type: 'json' };

export interface WalkedPage {
  route: string;
  checked_on: string;
  /** How often it was checked: once in each look. */
  checks: number;
  faults: number;
}

/** Written by the walk through the pages itself (`npm run accessibility`), never by hand. */
export const walk: { engine: string; pages: WalkedPage[] } = recorded;

export const walkedOn =
  walk.pages
    .map(({ checked_on }) => checked_on)
    .sort()
    .at(0) ?? null;

const sum = (figure: (page: WalkedPage) => number) =>
  walk.pages.reduce((total, page) => total + figure(page), 0);

export const walkFigures = {
  pages: walk.pages.length,
  checks: sum(({ checks }) => checks),
  faults: sum(({ faults }) => faults),
};

/** Pages added since, and those of a single record, which the walk cannot reach by their address alone. */
export const notWalked = pageList
  .map(({ route }) => route)
  .filter((route) => !walk.pages.some((page) => page.route === route))
  .sort();
