import {
  createAccessibilityRequest,
  listAccessibilityRequests,
  setAccessibilityRequestState,
} from '@k12/contracts/operations/accessibility-requests';
import { newId } from '@k12/db';
import { describe, expect, test } from 'vitest';
import { openContent } from '../../../platform/mail/mail-seal.ts';
import { aSchool } from '../../../test/a-school.ts';
import { anOperator } from '../../../test/an-operator.ts';
import { build } from '../../../test/people.ts';

const world = await aSchool({ ACCESSIBILITY_EMAIL: 'access@homeroom.example' });
const { anonymous, student, admin, districtAdmin, otherTenantAdmin, platform, server } = world;
const operator = await anOperator(server);

const message = 'The calendar cannot be read with my screen reader';
const report = (body: object = {}) => ({ body: { message, ...body } });
const listOf = async (actor: typeof operator) =>
  (await actor.call(listAccessibilityRequests, { query: {} })).data;
const eventsOf = (id: string) =>
  build(platform, (tx) =>
    tx
      .selectFrom('audit_events')
      .select('action')
      .where('target_id', '=', id)
      .orderBy('occurred_at')
      .execute(),
  );

describe('UXP-90 a report of what could not be used', () => {
  test('UXP-90 is for whoever looks after the organisation, and needs the token of the browser', async () => {
    expect((await anonymous.send(listAccessibilityRequests, { query: {} })).status).toBe(401);
    expect((await student.send(listAccessibilityRequests, { query: {} })).status).toBe(403);
    expect((await admin.send(listAccessibilityRequests, { query: {} })).status, 'of one school').toBe(403);
    const forged = await anonymous.send(createAccessibilityRequest, report(), { 'x-csrf-token': 'x' });
    expect(forged.status).toBe(403);
    expect((await anonymous.send(createAccessibilityRequest, { body: { message: 'no' } })).status).toBe(422);
    expect((await anonymous.send(createAccessibilityRequest, report({ email: 'no' }))).status).toBe(422);
  });

  test('UXP-90 of somebody signed in becomes a ticket of the own organisation, audited and mailed to the address that is set', async () => {
    const { reference } = await student.call(
      createAccessibilityRequest,
      report({ place: 'Calendar', email: 'me@example.test', locale: 'fr' }),
    );
    const [ticket] = await listOf(districtAdmin);
    expect(ticket).toMatchObject({ reference, message, place: 'Calendar', reply_to: 'me@example.test' });
    expect(ticket).toMatchObject({ locale: 'fr', state: 'open', closed_at: null });
    expect((await listOf(otherTenantAdmin)).map((one) => one.reference)).not.toContain(reference);
    expect(await eventsOf(ticket?.id ?? '')).toEqual([{ action: 'accessibility_request.created' }]);
    const mail = await build(platform, (tx) =>
      tx
        .selectFrom('outbox_mails')
        .selectAll()
        .where('template', '=', 'accessibility.request')
        .where('tenant_id', '=', student.person?.tenant_id ?? '')
        .executeTakeFirstOrThrow(),
    );
    const { subject, text } = openContent(
      platform.config,
      mail.tenant_id,
      mail.content_sealed ?? Buffer.of(),
    );
    expect(subject).toContain(reference);
    expect(text).toContain(message);
    expect(text).toContain('me@example.test');
  });

  test('UXP-90 of somebody who cannot sign in reaches the operators and no organisation', async () => {
    const { reference } = await anonymous.call(createAccessibilityRequest, report({ place: 'Sign in' }));
    expect((await listOf(operator)).map((one) => one.reference)).toContain(reference);
    expect((await listOf(districtAdmin)).map((one) => one.reference)).not.toContain(reference);
  });

  test('UXP-90 is closed and opened again, once from each state of it, and never by another organisation', async () => {
    await student.call(createAccessibilityRequest, report({ place: 'To be closed' }));
    const ticket = (await listOf(districtAdmin)).find((one) => one.place === 'To be closed');
    const { id = '', lock_version = 0 } = ticket ?? {};
    const close = { params: { id }, body: { state: 'closed' as const, lock_version } };
    expect((await otherTenantAdmin.send(setAccessibilityRequestState, close)).status).toBe(404);
    const unknown = { ...close, params: { id: newId() } };
    expect((await districtAdmin.send(setAccessibilityRequestState, unknown)).status).toBe(404);
    const closed = await districtAdmin.call(setAccessibilityRequestState, close);
    expect(closed).toMatchObject({ state: 'closed', closed_at: expect.any(String) });
    const stale = { params: { id }, body: { state: 'open' as const, lock_version } };
    expect((await districtAdmin.send(setAccessibilityRequestState, stale)).status).toBe(409);
    const open = { ...stale, body: { ...stale.body, lock_version: closed.lock_version } };
    expect(await districtAdmin.call(setAccessibilityRequestState, open)).toMatchObject({ closed_at: null });
    expect((await eventsOf(id)).map(({ action }) => action)).toEqual([
      'accessibility_request.created',
      'accessibility_request.closed',
      'accessibility_request.reopened',
    ]);
  });

  test('UXP-90 the form bears no flood: four reports in an hour under one address of an answer are one too many', async () => {
    const body = { email: 'eager@example.test' };
    const statuses: number[] = [];
    for (let time = 0; time < 4; time += 1)
      statuses.push((await anonymous.send(createAccessibilityRequest, report(body))).status);
    expect(statuses).toEqual([201, 201, 201, 429]);
  });
});
