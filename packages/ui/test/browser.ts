import { existsSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContextOptions, chromium, type Page } from '@playwright/test';
import { servePage } from './build-page.ts';

export type Mode = {
  theme?: 'light' | 'dark';
  direction?: 'ltr' | 'rtl';
  contrast?: 'high' | 'standard';
  density?: 'compact';
  locale?: string;
  /** Shows only the components whose documentation says so: a smaller page is a faster one. */
  find?: string;
};

const systemBrowser = '/usr/bin/chromium';

const laptop = { width: 1366, height: 900 };

/** One browser and one served page for a whole file of tests. */
export async function startBrowser() {
  const [served, browser] = await Promise.all([servePage(), launch()]);
  let kept: Page | undefined;

  const visit = async (page: Page, mode: Mode) => {
    await page.goto(`${served.url}?${new URLSearchParams(mode as Record<string, string>)}`);
    await page.getByRole('heading', { level: 1 }).waitFor({ timeout: 30_000 });
    return page;
  };
  /** A page with surroundings of its own; close it with `page.context().close()`. */
  const open = async (mode: Mode = {}, context: BrowserContextOptions = {}): Promise<Page> => {
    const surroundings = await browser.newContext({ viewport: laptop, ...context });
    const page = await surroundings.newPage();
    page.setDefaultTimeout(5000);
    // Every component at once takes long on a busy machine; what is asked of them afterwards does not.
    page.setDefaultNavigationTimeout(30_000);
    return visit(page, mode);
  };
  /** The same page loaded afresh, which is quicker. */
  const show = async (mode: Mode, width = laptop.width): Promise<Page> => {
    kept ??= await open();
    await kept.setViewportSize({ ...laptop, width });
    return visit(kept, mode);
  };
  const close = async () => {
    await browser.close();
    await served.close();
  };
  return { open, show, close, css: served.css };
}

function launch(): Promise<Browser> {
  return chromium.launch({
    ...(existsSync(systemBrowser) && { executablePath: systemBrowser }),
    args: ['--no-sandbox', '--headless=new'],
  });
}

/** What axe has against the page, or a part of it, as readable lines. */
export async function findings(page: Page, include?: string, rules?: string[]): Promise<string[]> {
  // Half-way through fading in, nothing has the contrast it is going to have.
  await page.evaluate(() => {
    const ending = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY);
    return Promise.allSettled(ending.map(({ finished }) => finished));
  });
  const axe = new AxeBuilder({ page }).options({
    resultTypes: ['violations'],
    ...(rules
      ? { runOnly: { type: 'rule', values: rules } }
      : { rules: { 'target-size': { enabled: true } } }),
  });
  const { violations } = await (include ? axe.include(include) : axe).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary}`),
  );
}

/** The part of the page that documents one component. */
export function entry(page: Page, name: string) {
  return page.locator(`article[id="${name}"]`);
}

/** How far the page can be pushed sideways; nothing should allow it. */
export function sidewaysRoom(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
