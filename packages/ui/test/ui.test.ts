import type { Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { entry, findings, sidewaysRoom, startBrowser } from './browser.ts';

let session: Awaited<ReturnType<typeof startBrowser>>;

beforeAll(async () => {
  session = await startBrowser();
});

afterAll(async () => {
  await session?.close();
});

/** Fifty components on one page take a while on a busy machine. */
const patience = { timeout: 60_000 };

describe('all examples at once', patience, () => {
  test('UXP-23 UXP-79 light: axe finds nothing, targets are large enough', async () => {
    const page = await session.open();
    expect(await findings(page)).toEqual([]);
    await page.context().close();
  });

  test('UXP-23 UXP-25 dark: text keeps its contrast', async () => {
    const page = await session.open({ theme: 'dark' });
    expect(await findings(page, undefined, ['color-contrast'])).toEqual([]);
    await page.context().close();
  });

  test('UXP-73 UXP-84 no sideways scroll at 320 px (400 % zoom), in either direction', async () => {
    for (const direction of ['ltr', 'rtl'] as const) {
      const page = await session.open({ direction }, { viewport: { width: 320, height: 700 } });
      expect(await sidewaysRoom(page)).toBe(0);
      await page.context().close();
    }
  });

  test('UXP-23 UXP-84 at 200 % zoom and 200 % text in Arabic order nothing is cut and nothing scrolls sideways', async () => {
    const page = await session.open({ direction: 'rtl' }, { viewport: { width: 683, height: 450 } });
    expect(await sidewaysRoom(page)).toBe(0);
    await page.setViewportSize({ width: 1366, height: 900 });
    await page.addStyleTag({ content: 'html{font-size:200%}' });
    expect(await sidewaysRoom(page)).toBe(0);
    const cut = await page.locator('button:visible, label:visible').evaluateAll((all) =>
      all
        .filter(
          (one) => getComputedStyle(one).overflow === 'visible' && one.scrollHeight > one.clientHeight + 1,
        )
        .filter((one) => one.tagName === 'BUTTON')
        .map((one) => one.textContent),
    );
    expect(cut).toEqual([]);
    await page.context().close();
  });

  test('UXP-85 with reduced motion nothing moves for longer than a blink', async () => {
    const page = await session.open({}, { reducedMotion: 'reduce' });
    const moving = await page.evaluate(() =>
      [...document.querySelectorAll('main *')]
        .map((one) => getComputedStyle(one))
        .filter(
          ({ animationName, animationDuration }) =>
            animationName !== 'none' && parseFloat(animationDuration) > 0.01,
        )
        .map(({ animationName }) => animationName),
    );
    expect(moving).toEqual([]);
    await page.context().close();
  });

  test('UXP-75 on a touch screen every control is at least 44 px', async () => {
    const page = await session.open(
      {},
      { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    );
    const small = await page.evaluate(() => {
      const controls = document.querySelectorAll<HTMLElement>(
        'article button, article select, article [role=tab], article [role=treeitem]',
      );
      return [...controls]
        .filter(
          (one) =>
            one.checkVisibility({ visibilityProperty: true }) && one.getBoundingClientRect().height < 43.5,
        )
        .map(
          (one) =>
            `${one.closest('article')?.id}: ${one.getAttribute('aria-label') ?? one.textContent} ${one.getBoundingClientRect().height}`,
        );
    });
    expect(small).toEqual([]);
    await page.context().close();
  });

  test('UXP-81 whatever the Tab key reaches shows a ring of at least 2 px', async () => {
    const page = await session.open();
    await page.keyboard.press('Tab');
    const bare = await page.evaluate(withoutRing);
    expect(bare).toEqual([]);
    await page.context().close();
  });

  test('UXP-24 the documentation can be searched, and its switches change the preview only', async () => {
    const page = await session.open();
    await page.getByRole('searchbox', { name: 'Find a component' }).fill('calendar');
    expect(
      await page
        .getByText(/of \d+ shown/)
        .first()
        .textContent(),
    ).toMatch(/^[1-6] of/);
    await page.getByRole('searchbox', { name: 'Find a component' }).fill('');
    await page.getByRole('radiogroup', { name: 'Theme' }).getByText('Dark').click();
    await page.getByRole('radiogroup', { name: 'Direction' }).getByText('RTL').click();
    await page.getByRole('radiogroup', { name: 'Density' }).getByText('Compact').click();
    const preview = entry(page, 'button').locator('[data-theme]').first();
    const paint = () =>
      preview.evaluate((one) => [getComputedStyle(one).backgroundColor, getComputedStyle(one).direction]);
    expect(await paint()).toEqual(['rgb(25, 30, 27)', 'rtl']);
    const canvas = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    expect(canvas).toBe('rgb(245, 243, 237)');
    const height = await preview.getByRole('button', { name: 'Print' }).boundingBox();
    expect(Math.round(height?.height ?? 0)).toBe(28);
    await page.context().close();
  });
});

/** Runs in the page, after a key was pressed: names what takes the focus without a visible ring on it or on its frame. */
function withoutRing(): string[] {
  const reachable = 'a[href], button, input, select, textarea, [tabindex="0"]';
  const ringed = (one: Element | null | undefined) => {
    if (!one) return false;
    const { outlineStyle, outlineWidth } = getComputedStyle(one);
    return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
  };
  return [...document.querySelectorAll<HTMLElement>(reachable)].flatMap((one) => {
    one.focus();
    if (document.activeElement !== one || one.tabIndex < 0) return [];
    const frames = [
      one,
      one.parentElement,
      one.parentElement?.parentElement,
      one.parentElement?.parentElement?.parentElement,
    ];
    const shown = frames.some(ringed) || ringed(one.closest('li')) || ringed(one.nextElementSibling);
    return shown ? [] : [`${one.closest('article')?.id}: ${one.outerHTML.slice(0, 120)}`];
  });
}

async function pairs(page: Page, asked: [string, string][]): Promise<number[]> {
  return page.evaluate((list) => {
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    const probe = document.body.appendChild(document.createElement('span'));
    const light = (token: string) => {
      probe.style.color = `var(--${token})`;
      if (!canvas) return 0;
      canvas.fillStyle = getComputedStyle(probe).color;
      canvas.fillRect(0, 0, 1, 1);
      const [r = 0, g = 0, b = 0] = [...canvas.getImageData(0, 0, 1, 1).data].map((value) => {
        const share = value / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    return list.map(([front, back]) => {
      const [high = 0, low = 0] = [light(front), light(back)].sort((a, b) => b - a);
      return (high + 0.05) / (low + 0.05);
    });
  }, asked);
}

describe('tokens', patience, () => {
  const surfaces = ['canvas', 'paper', 'raised', 'sunken'];
  const texts = ['ink', 'ink-2', 'ink-3', 'board', 'ok', 'warn', 'bad', 'info'];
  const hues = ['coral', 'amber', 'olive', 'leaf', 'teal', 'blue', 'violet', 'rose'].map((hue) => `s-${hue}`);
  const cross = (fronts: string[], backs: string[]) =>
    fronts.flatMap((front) => backs.map((back): [string, string] => [front, back]));

  test.each([
    ['light', 'standard'],
    ['dark', 'standard'],
    ['light', 'high'],
    ['dark', 'high'],
  ] as const)(
    'UXP-21 UXP-84 %s %s: text 4.5:1, hues, control edges and focus 3:1 on every surface',
    async (theme, contrast) => {
      const page = await session.open({ theme, find: 'Tokens', contrast });
      const text: [string, string][] = [
        ...cross(texts, surfaces),
        ['on-board', 'board'],
        ['on-bad', 'bad'],
        ['board', 'board-tint'],
        ...(['ok', 'warn', 'bad', 'info'] as const).map((tone): [string, string] => [tone, `${tone}-tint`]),
      ];
      const weakText = (await pairs(page, text)).flatMap((ratio, at) =>
        ratio < 4.5 ? [`${text[at]} ${ratio.toFixed(2)}`] : [],
      );
      const parts = cross([...hues, 'line-control', 'focus-ring'], ['canvas', 'paper', 'raised']);
      const weakParts = (await pairs(page, parts)).flatMap((ratio, at) =>
        ratio < 3 ? [`${parts[at]} ${ratio.toFixed(2)}`] : [],
      );
      expect([...weakText, ...weakParts]).toEqual([]);
      await page.context().close();
    },
  );
});
