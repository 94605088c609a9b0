import { expect, test } from 'vitest';
import { openAdvisories } from './advisories.ts';
import { openFindings } from './source-findings.ts';

const now = new Date('2026-06-01T00:00:00Z');
const file = 'apps/core/src/somewhere.ts';
const found = (text: string, exemptions: Parameters<typeof openFindings>[1] = []) =>
  openFindings([{ file, text: `const a = 1;\n${text}\n` }], exemptions, now);

test.each([
  ['evaluates-text', 'e' + 'val(input)'],
  ['raw-html', '<p danger' + 'ouslySetInnerHTML={{ __html: text }} />'],
  ['raw-html', 'element.inner' + 'HTML = text;'],
  ['built-sql', 'sql.raw' + '(`select ${' + 'name}`)'],
  ['built-command', 'exec' + '(`rm ${' + 'path}`)'],
  ['unproven-peer', 'connect({ rejectUnauth' + 'orized: false })'],
  ['weak-cipher', "createHash('m" + "d5')"],
  ['secret-in-source', '-----BEGIN PRIV' + 'ATE KEY-----'],
  ['told-everybody', 'parent.post' + "Message(value, '*')"],
])('IDN-111 the scan of sources names %s with its line', (rule, text) => {
  expect(found(text)).toEqual([
    expect.stringMatching(new RegExp(`^${file}:2: ${rule} \\((high|critical)\\)`)),
  ]);
});

test('IDN-111 a finding, like an advisory, passes only with a reason and an end that is near', () => {
  const text = 'e' + 'val(input)';
  const listed = {
    advisory: `evaluates-text ${file}`,
    reason: 'the author said so',
    expires_on: '2026-06-20',
  };
  expect(found(text, [listed])).toEqual([]);
  for (const broken of [{ reason: ' ' }, { expires_on: '2026-05-31' }, { expires_on: '2027-01-01' }])
    expect(found(text, [{ ...listed, ...broken }])).toHaveLength(1);
  expect(found(text, [{ ...listed, advisory: 'evaluates-text elsewhere.ts' }])).toHaveLength(1);
  const via = [{ url: 'https://example.test/GHSA-1', title: 'Bad', severity: 'high' }];
  const report = { vulnerabilities: { tool: { via } } };
  expect(openAdvisories(report, [], now)).toHaveLength(1);
  expect(openAdvisories(report, [{ ...listed, advisory: 'GHSA-1' }], now)).toEqual([]);
});

test('IDN-111 ordinary code is no finding', () => {
  expect(
    found(
      "sql.raw(conditions[state]); const evaluation = run('evaluate'); frame.postMessage(value, origin);",
    ),
  ).toEqual([]);
});
