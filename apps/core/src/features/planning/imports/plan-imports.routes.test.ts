import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getUnitDraft } from '@k12/contracts/planning/drafts';
import { createPlanImport, previewPlanImport } from '@k12/contracts/planning/plan-imports';
import { listUnitLessons } from '@k12/contracts/planning/plans';
import { listUnitVersions } from '@k12/contracts/planning/versions';
import { newId } from '@k12/db';
import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import { expect, test } from 'vitest';
import { aSchool } from '../../../test/a-school.ts';
import { buildZip } from '../../../test/build-zip.ts';
import { upload } from '../../../test/resources.ts';
import type { TestActor } from '../../../test/test-server.ts';

const world = await aSchool({
  STORAGE_DIR: join(tmpdir(), `homeroom-test-${newId()}`),
  RATE_LIMITS: '{"general":1000,"upload":1000}',
});
const { anonymous, teacher, student, otherTenantTeacher } = world;

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const markdown = `# The kettle

A note before anything is said.

## 1. Overview
What happens in the *water* before it [boils](https://example.org/boil)?

## Learning objectives
- Explain the rumble
- Draw the bubbles

## Mr Green's ideas
Bring a glass kettle.

## Lessons
1. What do you hear?
2. Where does it begin?
`;

const given = (content: string | Buffer, name = 'kettle.md', type = 'text/markdown') =>
  upload(teacher, Buffer.from(content as string), name, type);
const preview = (file_id: string, actor: TestActor = teacher) =>
  actor.send(previewPlanImport, { body: { file_id, pack_key: 'plain', pack_version: 1 } });

const shown = (file_id: string) =>
  teacher.call(previewPlanImport, { body: { file_id, pack_key: 'plain', pack_version: 1 } });

async function aDocx(): Promise<Buffer> {
  const line = (text: string) => new Paragraph({ text });
  const cell = (text: string) => new TableCell({ children: [line(text)] });
  return Packer.toBuffer(
    new Document({
      sections: [
        {
          children: [
            new Paragraph({ text: 'The kettle', heading: HeadingLevel.TITLE }),
            new Paragraph({ text: 'Overview', heading: HeadingLevel.HEADING_1 }),
            new Paragraph({
              children: [new TextRun('Why does it '), new TextRun({ text: 'rumble', bold: true })],
            }),
            new Table({ rows: [new TableRow({ children: [cell('Minute'), cell('Sound')] })] }),
            new Paragraph({ text: 'Objectives', heading: HeadingLevel.HEADING_1 }),
            new Paragraph({ text: 'Explain the rumble', bullet: { level: 0 } }),
            new Paragraph({ text: 'Draw the bubbles', bullet: { level: 0 } }),
            new Paragraph({ text: 'Homework of my own', heading: HeadingLevel.HEADING_1 }),
            line('Ask at home.'),
          ],
        },
      ],
    }),
  );
}

test('PLN-25 PLN-172 PLN-173 importing is for people who plan, from a file of their own', async () => {
  const file_id = await given(markdown);
  expect((await preview(file_id, anonymous)).status).toBe(401);
  expect((await preview(file_id, student)).status).toBe(403);
  expect((await preview(file_id, otherTenantTeacher)).status).toBe(404);
  expect((await preview(file_id, world.lead)).status).toBe(404);
  const body = { file_id, title: 'Not mine' };
  expect((await otherTenantTeacher.send(createPlanImport, { body })).status).toBe(404);
});

test('PLN-25 a Markdown file is shown by sections, corrected, and nothing of it is lost', async () => {
  const file_id = await given(markdown);
  const body = await shown(file_id);
  expect(body).toMatchObject({ title: 'The kettle', file_name: 'kettle.md' });
  expect(body.parts.map(({ heading, section_key }) => [heading, section_key])).toEqual([
    [null, null],
    ['1. Overview', 'overview'],
    ['Learning objectives', 'objectives'],
    ["Mr Green's ideas", null],
    ['Lessons', 'lessons'],
  ]);
  const unit = await teacher.call(createPlanImport, {
    body: {
      file_id,
      title: 'The kettle',
      pack_key: body.pack_key,
      pack_version: body.pack_version,
      targets: { 0: 'overview' },
    },
  });
  expect(unit).toMatchObject({ title: 'The kettle', pack_key: 'plain', lessons_count: 2, state: 'draft' });
  const draft = await teacher.call(getUnitDraft, { params: { id: unit.id } });
  expect(draft.content.objectives).toMatchObject([
    { text: 'Explain the rumble' },
    { text: 'Draw the bubbles' },
  ]);
  const overview = JSON.stringify(draft.content.overview);
  expect(overview).toContain('A note before anything is said.');
  expect(overview).toContain('"italic"');
  expect(overview).toContain('https://example.org/boil');
  const overflow = JSON.stringify(draft.content[body.overflow?.section_key ?? '']);
  for (const kept of ['kettle.md', "Mr Green's ideas", 'Bring a glass kettle.'])
    expect(overflow).toContain(kept);
  const lessons = await teacher.call(listUnitLessons, { params: { id: unit.id } });
  expect(lessons.data.map(({ title }) => title)).toEqual(['What do you hear?', 'Where does it begin?']);
  const versions = await teacher.call(listUnitVersions, { params: { id: unit.id }, query: {} } as never);
  expect(versions.data).toMatchObject([{ kind: 'import', version_number: 1 }]);
});

test('PLN-25 a word-processor file keeps its headings, lists, tables and stress', async () => {
  const file_id = await given(await aDocx(), 'kettle.docx', word);
  const body = await shown(file_id);
  expect(body.title).toBe('The kettle');
  expect(body.parts.map(({ heading, section_key }) => [heading, section_key])).toEqual([
    ['Overview', 'overview'],
    ['Objectives', 'objectives'],
    ['Homework of my own', null],
  ]);
  const unit = await teacher.call(createPlanImport, {
    body: { file_id, title: 'Kettle', pack_key: 'plain', pack_version: 1 },
  });
  const { content } = await teacher.call(getUnitDraft, { params: { id: unit.id } });
  expect(JSON.stringify(content.overview)).toMatch(/"bold".*"rumble"|"rumble".*"bold"/);
  expect(JSON.stringify(content.overview)).toContain('tableRow');
  expect(content.objectives).toMatchObject([{ text: 'Explain the rumble' }, { text: 'Draw the bubbles' }]);
  expect(JSON.stringify(content)).toContain('Ask at home.');
});

const documentWith = (xml: string) =>
  buildZip([
    { name: '[Content_Types].xml', content: contentTypes },
    { name: 'word/document.xml', content: xml },
  ]);
const contentTypes = `<Types><Override PartName="/word/document.xml" ContentType="${word}.main+xml"/></Types>`;
const wrapped = (inner: string) =>
  `<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>${inner}</w:t></w:r></w:p></w:body></w:document>`;

test('PLN-25 PLN-174 a file that cannot be read is named with the reason, and nothing is made of it', async () => {
  const entities = `<!DOCTYPE x [<!ENTITY a "aaaa">]>${wrapped('&a;')}`;
  for (const [code, xml] of [
    ['document_type', entities],
    ['broken', '<w:document><w:body>'],
    ['no_text', '<w:document xmlns:w="w"><w:body/></w:document>'],
  ] as const) {
    const { status, body } = await preview(await given(documentWith(xml), `${code}.docx`, word));
    expect([status, body]).toMatchObject([422, { errors: [{ pointer: '/file_id', code }] }]);
  }
});

test('PLN-25 PLN-174 another format, an unknown section and an unknown pack are named', async () => {
  const table = await given('a,b\n1,2\n', 'table.csv', 'text/csv');
  expect((await preview(table)).body).toMatchObject({
    errors: [{ pointer: '/file_id', code: 'unknown_format' }],
  });
  const file_id = await given(markdown);
  const send = (more: object) =>
    teacher.send(createPlanImport, {
      body: { file_id, title: 'x', pack_key: 'plain', pack_version: 1, ...more },
    });
  expect((await send({ targets: { 0: 'nowhere' } })).body).toMatchObject({
    errors: [{ pointer: '/targets/0' }],
  });
  expect((await send({ targets: { 99: null } })).body).toMatchObject({
    errors: [{ pointer: '/targets/99' }],
  });
  expect((await send({ pack_key: 'unknown' })).body).toMatchObject({ errors: [{ pointer: '/pack_key' }] });
});
