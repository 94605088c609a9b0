import type { WorkUpload } from '@k12/contracts/teaching/work-uploads';
import type { Page, Route } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { problem, serveScenes } from '../../../test/serve-scenes.ts';

let scenes: Awaited<ReturnType<typeof serveScenes>>;
beforeAll(async () => {
  scenes = await serveScenes();
});
afterAll(() => scenes?.close());

const idOf = (at: number) => `01900000-0000-7000-8000-0000000005${String(at).padStart(2, '0')}`;

/** Keeps uploads of the person who is signed in, and forgets them when told to. */
function uploadServer() {
  const known = new Map<string, WorkUpload>();
  const state = { forgets: false, isOtherSession: false, begun: 0 };
  const api = async (route: Route) => {
    const request = route.request();
    const { pathname } = new URL(request.url());
    const id = pathname.split('/')[4] ?? '';
    if (pathname.endsWith('/uploads')) {
      state.begun += 1;
      const { name, size_bytes } = request.postDataJSON();
      const upload = { id: idOf(state.begun), assignment_id: idOf(0), name, size_bytes, file: null } as const;
      const fresh = {
        ...upload,
        received_bytes: 0,
        part_bytes: 400,
        state: 'receiving',
        refusal: null,
      } as const;
      known.set(fresh.id, fresh);
      return route.fulfill({ status: 201, json: fresh });
    }
    const upload = known.get(id);
    if (state.isOtherSession && request.method() !== 'GET')
      return route.fulfill({ status: 403, json: problem(403, 'csrf_failed') });
    if (!upload || state.forgets) {
      state.forgets = false;
      return route.fulfill({ status: 404, json: problem(404, 'not_found') });
    }
    const received = Math.min(upload.received_bytes + 400, upload.size_bytes);
    if (request.method() === 'PATCH') known.set(id, { ...upload, received_bytes: received });
    const { name, size_bytes } = upload;
    const file = { file_id: id, name, size_bytes, content_type: 'text/plain', sha256: 'a' };
    if (pathname.endsWith('/complete')) known.set(id, { ...upload, state: 'completed', file });
    return route.fulfill({ json: known.get(id) });
  };
  return { api, state };
}

const aFile = (name: string, size: number) => ({
  ...{ name, mimeType: 'text/plain', buffer: Buffer.alloc(size, 'x') },
});

const choose = (page: Page, files: ReturnType<typeof aFile>[]) =>
  page.locator('input[type=file]').first().setInputFiles(files);
const removeButton = (page: Page, name: string) => page.getByRole('button', { name: `Remove ${name}` });

test('TCH-53 of several files chosen at once each that cannot go is named with its reason, and none is dropped in silence', async () => {
  const { api } = uploadServer();
  const page = await scenes.open('files', { api });
  const chosen = [
    aFile('واجبي.txt', 10),
    aFile('empty.txt', 0),
    aFile('film.txt', 1_001),
    aFile('two.txt', 20),
  ];
  await choose(page, [...chosen, aFile('three.txt', 20)]);
  const alert = (name: string) => page.getByRole('alert').filter({ hasText: name });
  expect(await alert('empty.txt').textContent()).toContain('This file is empty.');
  expect(await alert('film.txt').textContent()).toContain('The file is too large.');
  expect(await alert('three.txt').textContent()).toContain('No room for one more file.');
  await page.getByRole('progressbar').first().waitFor({ state: 'detached' });
  for (const name of ['واجبي.txt', 'two.txt']) expect(await removeButton(page, name).count()).toBe(1);
  await page.context().close();
});

test('TCH-53 an upload that the server no longer knows begins anew from the file on the device', async () => {
  const { api, state } = uploadServer();
  state.forgets = true;
  const page = await scenes.open('files', { api });
  await choose(page, [aFile('report.txt', 900)]);
  await page.getByText('900 byte').or(page.getByText('0.9 kB')).first().waitFor();
  expect(await page.getByRole('alert').count()).toBe(0);
  expect(state.begun).toBe(2);
  await page.context().close();
});

test('TCH-53 TCH-50 when another session holds the device the file waits there, over a reload, and goes on afterwards', async () => {
  const { api, state } = uploadServer();
  state.isOtherSession = true;
  const page = await scenes.open('files', { api });
  await choose(page, [aFile('report.txt', 900)]);
  await page.getByText('Waits for the network').waitFor();
  await page.reload();
  await page.getByText('report.txt').waitFor();
  expect(await page.getByRole('alert').count()).toBe(0);
  state.isOtherSession = false;
  await page.getByRole('progressbar').waitFor({ state: 'detached' });
  expect(await removeButton(page, 'report.txt').count()).toBe(1);
  expect(state.begun).toBe(1);
  await page.context().close();
});

test('TCH-53 (two tabs) a file under way in one tab is sent once, and the other tab lets it go when it has arrived', async () => {
  const { api, state } = uploadServer();
  state.isOtherSession = true;
  const page = await scenes.open('files', { api });
  await choose(page, [aFile('report.txt', 900)]);
  await page.getByText('Waits for the network').waitFor();
  const second = await page.context().newPage();
  await second.route('**/api/v1/**', (route) =>
    route.request().url().endsWith('/csrf') ? route.fulfill({ json: { csrf_token: 'token' } }) : api(route),
  );
  const scene = await page.evaluate('JSON.stringify(window.scene)');
  await second.addInitScript(`window.scene = ${scene}`);
  await second.goto(page.url());
  await second.getByText('report.txt').waitFor();
  state.isOtherSession = false;
  await page.getByRole('progressbar').waitFor({ state: 'detached' });
  await second.getByText('report.txt').waitFor({ state: 'detached' });
  expect(await removeButton(page, 'report.txt').count()).toBe(1);
  expect(state.begun).toBe(1);
  await page.context().close();
});
