import { expect, test } from 'vitest';
import { buildZip, type ZipPart } from '../../../test/build-zip.ts';
import { wordsOf } from './imported-blocks.ts';
import { readDocx } from './read-docx.ts';
import { UnreadableDocument } from './read-xml.ts';

const aFile = (xml: string, more: Partial<ZipPart> = {}) =>
  buildZip([{ name: 'word/document.xml', content: xml, ...more }]);
const body = (inner: string) => `<w:document xmlns:w="w"><w:body>${inner}</w:body></w:document>`;
const line = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;

function refusalOf(file: Buffer): string {
  try {
    readDocx(file);
    return 'none';
  } catch (error) {
    return error instanceof UnreadableDocument ? error.code : String(error);
  }
}

test.each<[string, string, Buffer]>([
  [
    'a bomb that lies about its size',
    'too_large',
    aFile(body(' '.repeat(13 * 1024 * 1024)), { claimed_size: 2_000 }),
  ],
  ['entities of its own', 'document_type', aFile(`<!DOCTYPE x [<!ENTITY a "aaaa">]>${body(line('&a;'))}`)],
  [
    'a file from elsewhere',
    'document_type',
    aFile(`<!DOCTYPE x SYSTEM "file:///etc/passwd">${body(line('x'))}`),
  ],
  ['too deep', 'too_complex', aFile(`<a>${'<b>'.repeat(5_000)}${'</b>'.repeat(5_000)}</a>`)],
  ['cut off', 'broken', aFile('<w:document><w:body>')],
  ['comments that never end', 'broken', aFile(`<a>${'<!--'.repeat(200_000)}`)],
  ['a password', 'encrypted', aFile(body(line('x')), { encrypted: true })],
  ['no archive', 'broken', Buffer.from('a word-processor file')],
  ['cut in the archive', 'broken', aFile(body(line('x'))).subarray(20)],
  ['too many parts', 'too_complex', buildZip(Array.from({ length: 2_001 }, (_, at) => ({ name: `${at}` })))],
  ['nothing in it', 'no_text', buildZip([{ name: 'word/styles.xml', content: '<w:styles/>' }])],
])('PLN-25 refused, with the reason: %s', (_, code, file) => {
  const began = performance.now();
  expect(refusalOf(file)).toBe(code);
  expect(performance.now() - began).toBeLessThan(3_000);
});

test('PLN-25 what was deleted in review is gone, what was inserted has come; entities and links are read', () => {
  const file = buildZip([
    {
      name: 'word/document.xml',
      content: body(
        `<w:p><w:del><w:r><w:delText>old</w:delText></w:r></w:del><w:ins><w:r><w:t>new &amp; &#233;</w:t></w:r></w:ins>
         <w:hyperlink r:id="a"><w:r><w:t>good</w:t></w:r></w:hyperlink><w:hyperlink r:id="b"><w:r><w:t>bad</w:t></w:r></w:hyperlink></w:p>`,
      ),
    },
    {
      name: 'word/_rels/document.xml.rels',
      content:
        '<Relationships><Relationship Id="a" TargetMode="External" Target="https://example.org/"/><Relationship Id="b" TargetMode="External" Target="javascript:alert(1)"/></Relationships>',
    },
  ]);
  const { blocks } = readDocx(file);
  expect(blocks.map(wordsOf)).toEqual(['new & égoodbad']);
  expect(JSON.stringify(blocks)).toContain('https://example.org/');
  expect(JSON.stringify(blocks)).not.toContain('javascript');
});
