import {
  cleanRichText,
  type DraftChange,
  getLessonDraft,
  getUnitDraft,
  patchUnitDraft,
  postUnitVisit,
} from '@k12/contracts/planning/drafts';
import { createUnitPlan, deleteUnitPlan } from '@k12/contracts/planning/plans';
import { newId } from '@k12/db';
import { describe, expect, test } from 'vitest';
import { contextOf } from '../../../test/a-platform.ts';
import { actorOf, aSchool } from '../../../test/a-school.ts';
import { build, nextNumber } from '../../../test/people.ts';
import type { TestActor } from '../../../test/test-server.ts';
import { forgetOldEdits } from './old-edits.service.ts';

const world = await aSchool();
const { anonymous, teacher, lead, student, otherTenantTeacher, school } = world;
const colleague = await actorOf(world.server, world.tenant, { role: 'teacher', school_ids: [school.id] });
const [first, second] = [newId(), newId()];
const doc = (text: string) => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
});

/** A unit of the teacher that a lead may edit too, with two objectives. */
async function aUnit() {
  const { id } = await teacher.call(createUnitPlan, {
    body: {
      title: `Unit ${nextNumber()}`,
      home: 'school',
      pack_key: 'plain',
      pack_version: 1,
      schema_key: 'unit',
    },
  });
  const objectives = [
    { id: first, text: 'Explain ratios' },
    { id: second, text: 'Use ratios' },
  ];
  await teacher.call(patchUnitDraft, write(id, 0, [{ op: 'set', path: '/objectives', value: objectives }]));
  return id;
}

function write(id: string, revision: number, changes: DraftChange[], change_id: string = newId()) {
  return { params: { id }, body: { revision, change_id, changes } };
}

function send(actor: TestActor, id: string, revision: number, ...changes: DraftChange[]) {
  return actor.send(patchUnitDraft, write(id, revision, changes));
}

async function contentOf(id: string): Promise<Record<string, unknown>> {
  return (await teacher.call(getUnitDraft, { params: { id } })).content;
}

const setText = (item: string, value: string): DraftChange => ({
  op: 'set',
  path: `/objectives/${item}/text`,
  value,
});

describe('who may write', () => {
  test('PLN-172 PLN-173 401, 403, and 404 for whoever may not read', async () => {
    const id = await aUnit();
    const change = setText(first, 'x');
    expect((await send(anonymous, id, 1, change)).status).toBe(401);
    expect((await send(student, id, 1, change)).status).toBe(403);
    expect((await send(colleague, id, 1, change)).status).toBe(403);
    expect((await send(otherTenantTeacher, id, 1, change)).status).toBe(404);
    expect((await otherTenantTeacher.send(getUnitDraft, { params: { id } })).status).toBe(404);
    expect((await teacher.send(getLessonDraft, { params: { id } })).status).toBe(404);
  });

  test('PLN-05 a missing revision gives 422, one that does not exist too, a deleted plan 404', async () => {
    const id = await aUnit();
    const body = { change_id: newId(), changes: [setText(first, 'x')] };
    const missing = await teacher.send(patchUnitDraft, { params: { id }, body: body as never });
    expect([missing.status, missing.body.errors[0].pointer]).toEqual([422, '/revision']);
    expect((await send(teacher, id, 99, setText(first, 'x'))).status).toBe(422);
    await teacher.call(deleteUnitPlan, { params: { id }, query: {} });
    expect((await send(teacher, id, 1, setText(first, 'x'))).status).toBe(404);
  });
});

describe('saving', () => {
  test('PLN-03 (server) a write sent twice happens once and is answered as the first time', async () => {
    const id = await aUnit();
    const request = write(id, 1, [
      { op: 'insert', path: '/objectives', value: { id: newId(), text: 'New' }, after: first },
    ]);
    const once = await teacher.call(patchUnitDraft, request);
    expect(await teacher.call(patchUnitDraft, request)).toMatchObject({ revision: once.revision });
    expect(await contentOf(id)).toMatchObject({
      objectives: [{ id: first }, { text: 'New' }, { id: second }],
    });
    const rows = await build(world.platform, (tx) =>
      tx.selectFrom('plan_draft_edits').selectAll().where('plan_id', '=', id).execute(),
    );
    expect(rows).toHaveLength(2);
  });

  test('PLN-03 another write under an id that was used is refused and not taken for done', async () => {
    const id = await aUnit();
    const change_id = newId();
    await teacher.call(patchUnitDraft, write(id, 1, [setText(first, 'Once')], change_id));
    const other = await teacher.send(patchUnitDraft, write(id, 2, [setText(first, 'Twice')], change_id));
    expect([other.status, other.body.code]).toEqual([422, 'idempotency_mismatch']);
    expect(await contentOf(id)).toMatchObject({ objectives: [{ text: 'Once' }, {}] });
    const again = await teacher.send(patchUnitDraft, write(id, 1, [setText(first, 'Once')], change_id));
    expect([again.status, again.body.revision]).toEqual([200, 2]);
  });

  test('PLN-10 every fault is named at once with its pointer, and nothing is saved', async () => {
    const id = await aUnit();
    const reply = await send(
      teacher,
      id,
      1,
      { op: 'set', path: '/overview', value: 'plain text' },
      { op: 'set', path: '/nonsense', value: 1 },
      setText(first, 'x'.repeat(20_001)),
      setText(newId(), 'nobody there'),
    );
    expect(reply.status).toBe(422);
    const codes = reply.body.errors.map((error: { pointer: string; code: string }) => error.code).sort();
    expect(codes).toEqual(['invalid_type', 'no_such_item', 'too_long', 'unknown_key']);
    expect(reply.body.errors).toContainEqual(
      expect.objectContaining({ pointer: `/objectives/${first}/text`, code: 'too_long' }),
    );
    expect(await contentOf(id)).toMatchObject({ objectives: [{ text: 'Explain ratios' }, {}] });
  });

  test('PLN-10 content over a megabyte is refused; a draft that is not complete is fine', async () => {
    const id = await aUnit();
    const many = (from: number, count: number): DraftChange[] =>
      Array.from({ length: count }, (_, at) => ({
        op: 'insert',
        path: '/objectives',
        value: { id: newId(), text: `${from + at} ${'x'.repeat(19_000)}` },
        after: null,
      }));
    expect((await send(teacher, id, 1, ...many(0, 27))).status).toBe(200);
    const reply = await send(teacher, id, 2, ...many(27, 27));
    expect([reply.status, reply.body.errors[0].code]).toEqual([422, 'too_large']);
  });

  test('PLN-11 scripts, styles and foreign pictures do not survive a write past the editor', async () => {
    const id = await aUnit();
    const overview = {
      type: 'doc',
      content: [
        { type: 'script', attrs: { src: 'https://x' } },
        {
          type: 'paragraph',
          attrs: { onclick: 'steal()' },
          content: [
            { type: 'text', text: 'Heat', marks: [{ type: 'link', attrs: { href: 'javascript:steal()' } }] },
          ],
        },
        { type: 'image', attrs: { src: 'https://tracker.example/p.gif' } },
      ],
    };
    await teacher.call(patchUnitDraft, write(id, 1, [{ op: 'set', path: '/overview', value: overview }]));
    expect((await contentOf(id)).overview).toEqual(doc('Heat'));
  });

  test('PLN-26 a locked path is refused by name, whatever the change', async () => {
    const id = await aUnit();
    const lock = { path: '/objectives', reason: 'Agreed in the department', locked_by: 'District' };
    await build(world.platform, (tx) =>
      tx
        .updateTable('plans')
        .set({ locked_paths: JSON.stringify([lock]) })
        .where('id', '=', id)
        .execute(),
    );
    const changes: DraftChange[] = [
      setText(first, 'x'),
      { op: 'remove', path: '/objectives' },
      { op: 'move', path: `/objectives/${first}`, after: second },
      { op: 'insert', path: '/objectives', value: { id: newId() }, after: null },
    ];
    for (const change of changes) {
      const reply = await send(teacher, id, 1, change);
      expect([reply.status, reply.body.code, reply.body.context.path]).toEqual([
        403,
        'path_locked',
        '/objectives',
      ]);
    }
    expect((await send(teacher, id, 1, { op: 'set', path: '/overview', value: doc('free') })).status).toBe(
      200,
    );
  });
});

describe('two people', () => {
  test('PLN-06 a stale write that does not overlap is merged and says what others changed', async () => {
    const id = await aUnit();
    await lead.call(patchUnitDraft, write(id, 1, [setText(second, 'Apply ratios')]));
    const saved = await teacher.call(patchUnitDraft, write(id, 1, [setText(first, 'Define ratios')]));
    expect(saved).toMatchObject({
      revision: 3,
      merged: [{ path: `/objectives/${second}/text`, value: 'Apply ratios', author: { id: lead.id } }],
    });
    expect(await contentOf(id)).toMatchObject({
      objectives: [{ text: 'Define ratios' }, { text: 'Apply ratios' }],
    });
  });

  test('PLN-06 an item that somebody added or moved comes with its list, so that its place is right', async () => {
    const id = await aUnit();
    const added = newId();
    await lead.call(
      patchUnitDraft,
      write(id, 1, [
        { op: 'insert', path: '/objectives', value: { id: added, text: 'In between' }, after: first },
        { op: 'move', path: `/objectives/${second}`, after: null },
      ]),
    );
    const saved = await teacher.call(patchUnitDraft, write(id, 1, [setText(first, 'Define ratios')]));
    const order = [{ id: second }, { id: first, text: 'Define ratios' }, { id: added }];
    expect(saved.merged).toMatchObject([{ path: '/objectives', value: order }]);
    expect(await contentOf(id)).toMatchObject({ objectives: order });
  });

  test('PLN-07 a stale write that overlaps gives both values with author and instant; neither is lost', async () => {
    const id = await aUnit();
    const theirs = await lead.call(
      patchUnitDraft,
      write(id, 1, [setText(first, 'Theirs'), setText(second, 'Same')]),
    );
    const reply = await send(teacher, id, 1, setText(first, 'Mine'), setText(second, 'Same'));
    expect([reply.status, reply.body.code]).toEqual([409, 'version_conflict']);
    expect(reply.body.current).toEqual({
      revision: theirs.revision,
      conflicts: [
        {
          path: `/objectives/${first}/text`,
          mine: 'Mine',
          theirs: 'Theirs',
          author: expect.objectContaining({ id: lead.id }),
          at: theirs.last_edited_at,
        },
      ],
    });
    expect(await contentOf(id)).toMatchObject({ objectives: [{ text: 'Theirs' }, { text: 'Same' }] });
    expect((await send(teacher, id, theirs.revision, setText(first, 'Both'))).status).toBe(200);
  });

  test('PLN-07 an edit in what somebody removed is a conflict, so that it is not lost', async () => {
    const id = await aUnit();
    await lead.call(patchUnitDraft, write(id, 1, [{ op: 'remove', path: `/objectives/${first}` }]));
    const reply = await send(teacher, id, 1, setText(first, 'Mine'));
    expect(reply.body.current.conflicts).toMatchObject([
      { mine: 'Mine', theirs: null, author: { id: lead.id } },
    ]);
  });

  test('PLN-07 a write older than the record of changes asks about every place it touches', async () => {
    const id = await aUnit();
    await lead.call(patchUnitDraft, write(id, 1, [setText(first, 'Theirs')]));
    const long_ago = new Date(world.clock.now().getTime() - 31 * 86_400_000).toISOString();
    await build(world.platform, (tx) =>
      tx.updateTable('plan_draft_edits').set({ edited_at: long_ago }).where('plan_id', '=', id).execute(),
    );
    await forgetOldEdits(contextOf(world.platform, world.tenant));
    const reply = await send(teacher, id, 1, setText(first, 'Mine'));
    expect(reply.body.current.conflicts).toMatchObject([
      { mine: 'Mine', theirs: 'Theirs', author: { id: lead.id } },
    ]);
  });

  test('PLN-06 ten writes at once are all there afterwards', async () => {
    const id = await aUnit();
    const ids = Array.from({ length: 10 }, () => newId());
    const replies = await Promise.all(
      ids.map((item, at) =>
        send(at % 2 ? lead : teacher, id, 1, {
          op: 'insert',
          path: '/objectives',
          value: { id: item, text: `at once ${at}` },
          after: second,
        }),
      ),
    );
    expect(new Set(replies.map((reply) => reply.status))).toEqual(new Set([200]));
    expect(new Set(replies.map((reply) => reply.body.revision)).size).toBe(10);
    const { objectives } = await contentOf(id);
    expect((objectives as { id: string }[]).map((item) => item.id).sort()).toEqual(
      [first, second, ...ids].sort(),
    );
  });

  test('PLN-08 shows who else opened the plan in the last two minutes and which section they saved', async () => {
    const id = await aUnit();
    const visit = (actor: TestActor) => actor.call(postUnitVisit, { params: { id } });
    await lead.call(patchUnitDraft, {
      params: { id },
      body: { revision: 1, change_id: newId(), section_key: 'objectives', changes: [setText(first, 'x')] },
    });
    expect((await visit(colleague)).data).toMatchObject([
      { person: { id: lead.id }, section_key: 'objectives' },
      { person: { id: teacher.id }, section_key: null },
    ]);
    world.clock.advance({ minutes: 3 });
    await visit(lead);
    expect((await visit(teacher)).data.map(({ person }) => person.id)).toEqual([lead.id]);
    expect((await visit(lead)).data.map(({ person }) => person.id)).toEqual([teacher.id]);
  });
});

describe('pasted markup', () => {
  const clean = (html: string) => teacher.call(cleanRichText, { body: { html } });

  test('PLN-11 students have no use for it: 403', async () => {
    expect((await student.send(cleanRichText, { body: { html: '<p>x</p>' } })).status).toBe(403);
  });

  test('PLN-11 hostile markup leaves its words at most', async () => {
    const html = `<p onclick="steal()" style="background:url(javascript:steal())">Heat<script>steal()</script>
      <img src=x onerror=steal()><a href="jAvAsCrIpT:steal()">moves</a></p>
      <iframe srcdoc="<script>steal()</script>"></iframe><svg onload=steal()><text>svg</text></svg>
      <math><mtext><table><mglyph><style><img src onerror=steal()></style></mglyph></table></mtext></math>`;
    const { doc: cleaned } = await clean(html);
    expect(JSON.stringify(cleaned)).not.toMatch(/steal|script|onerror|iframe/i);
    expect(JSON.stringify(cleaned)).toContain('moves');
  });

  test('PLN-11 a page of a word processor keeps headings, lists, tables and looks', async () => {
    const { doc: cleaned } = await clean(`
      <b style="font-weight:normal" id="docs-internal-guid-1"><h1 dir="ltr"><span style="font-weight:700">Heat</span></h1>
      <p><span style="font-style:italic">warm</span> and <a href="https://example.org/">more</a></p></b>
      <p class="MsoListParagraph" style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">·</span>one</p>
      <p class="MsoListParagraph" style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">·</span>two</p>
      <table><tbody><tr><th>a</th><td colspan="2">b</td></tr></tbody></table>
      <pre><code class="language-python">print(1)
</code></pre>`);
    const text = (said: string, ...marks: object[]) => ({
      type: 'text',
      text: said,
      ...(marks.length && { marks }),
    });
    const paragraph = (...content: object[]) => ({ type: 'paragraph', content });
    const item = (said: string) => ({ type: 'listItem', content: [paragraph(text(said))] });
    const cell = (type: string, colspan: number, said: string) => ({
      type,
      attrs: { colspan, rowspan: 1 },
      content: [paragraph(text(said))],
    });
    expect(cleaned.content).toEqual([
      { type: 'heading', attrs: { level: 2 }, content: [text('Heat', { type: 'bold' })] },
      paragraph(
        text('warm', { type: 'italic' }),
        text(' and '),
        text('more', { type: 'link', attrs: { href: 'https://example.org/' } }),
      ),
      { type: 'bulletList', content: [item('one'), item('two')] },
      {
        type: 'table',
        content: [{ type: 'tableRow', content: [cell('tableHeader', 1, 'a'), cell('tableCell', 2, 'b')] }],
      },
      { type: 'codeBlock', attrs: { language: 'python' }, content: [text('print(1)')] },
    ]);
  });

  test('PLN-11 markup nested ten thousand times answers, and does not fall over', async () => {
    const reply = await teacher.send(cleanRichText, {
      body: { html: `${'<div>'.repeat(10_000)}deep${'<b>'.repeat(10_000)}` },
    });
    expect(reply.status).toBe(200);
    expect(JSON.stringify(reply.body)).toContain('deep');
  });
});
