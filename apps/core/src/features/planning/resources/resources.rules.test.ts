import { expect, test } from 'vitest';
import { isNarrower, visibilityFor } from './attachments.rules.ts';
import { fitsBelow, freeName, siblingsKey } from './folders.rules.ts';
import { formatOf, typesOf } from './formats.rules.ts';
import { distinctTags, healthOf, titleInPage, titleOfFile, titleOfLink } from './resources.rules.ts';

const plan = {
  home: 'personal' as 'personal' | 'team' | 'school' | 'district',
  planning_context_id: 't1',
  school_id: 's1' as string | null,
  is_shared: false,
};
const resource = { visibility: 'private' as const, planning_context_id: null, school_id: 's1' };

test.each([
  [{}, 'private'],
  [{ is_shared: true }, 'school'],
  [{ is_shared: true, school_id: null }, 'tenant'],
  [{ home: 'team' as const }, 'team'],
  [{ home: 'school' as const }, 'school'],
  [{ home: 'district' as const, school_id: null }, 'tenant'],
])('PLN-133 all who see a plan like %o open what is open to: %s', (given, expected) => {
  expect(visibilityFor({ ...plan, ...given })).toBe(expected);
});

test.each([
  ['private, on a plan of one’s own', {}, {}, false],
  ['private, on a school’s plan', {}, { home: 'school' as const }, true],
  ['a school’s, on a plan of it', { visibility: 'school' as const }, { home: 'school' as const }, false],
  ['another school’s', { visibility: 'school' as const, school_id: 's2' }, { home: 'school' as const }, true],
  [
    'another team’s',
    { visibility: 'team' as const, planning_context_id: 't2' },
    { home: 'team' as const },
    true,
  ],
  ['everybody’s, on a team’s plan', { visibility: 'tenant' as const }, { home: 'team' as const }, false],
  [
    'a school’s, on the district’s plan',
    { visibility: 'school' as const },
    { home: 'district' as const },
    true,
  ],
])('PLN-133 %s is narrower or not', (_what, given, place, expected) => {
  expect(isNarrower({ ...resource, ...given }, { ...plan, ...place })).toBe(expected);
});

test.each([
  ['file', 'application/pdf', 'pdf'],
  ['file', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'document'],
  ['file', 'application/vnd.openxmlformats-officedocument.presentationml.presentation', 'slides'],
  ['file', 'application/vnd.oasis.opendocument.spreadsheet', 'sheet'],
  ['file', 'text/csv', 'sheet'],
  ['file', 'text/markdown', 'text'],
  ['file', 'image/webp', 'image'],
  ['file', 'video/quicktime', 'video'],
  ['link', null, 'link'],
])('PLN-127 a %s of type %s is shown as %s', (kind, type, format) => {
  expect(formatOf(kind, type)).toBe(format);
});

test('PLN-129 a filter by kind names types of that kind', () => {
  expect(typesOf('pdf')).toEqual(['application/pdf']);
  expect(typesOf('image')).toEqual(['image/%']);
});

test.each([
  [200, 'ok'],
  [302, 'ok'],
  [401, 'forbidden'],
  [403, 'forbidden'],
  [404, 'unreachable'],
  [405, 'unknown'],
  [410, 'unreachable'],
  [429, 'unknown'],
  [500, 'unreachable'],
])('PLN-134 the answer %i says %s', (status, health) => {
  expect(healthOf(status)).toBe(health);
});

test('PLN-134 titles come from words only: no markup, no invisible characters, at most 200 letters', () => {
  expect(titleInPage('<TITLE lang="en">\n Maps &amp;\u200b more &#x2013; now </TITLE>')).toBe(
    'Maps & more – now',
  );
  expect(titleInPage('<title></title>')).toBeNull();
  expect(titleInPage('<title>&#xD800;x</title>')).toBe('&#xD800;x');
  expect(titleInPage(`<title>${'x'.repeat(400)}</title>`)).toHaveLength(200);
  expect(titleInPage('no title')).toBeNull();
});

test('PLN-127 a file without a title is called by its name, a link by where it leads', () => {
  expect(titleOfFile('Lab_sheet_3.pdf')).toBe('Lab sheet 3');
  expect(titleOfFile('.pdf')).toBe('.pdf');
  expect(titleOfLink('https://www.maps.example/old-river_maps')).toBe('maps.example: old river maps');
  expect(titleOfLink('https://maps.example/%E0%A4%A')).toBe('maps.example: %E0%A4%A');
});

test('PLN-129 the same tag in other letters is one tag', () => {
  expect(distinctTags(['Film', 'film', 'FILM', 'geology'])).toEqual(['FILM', 'geology']);
});

test('PLN-128 eight levels fit, nine do not; names are free elsewhere', () => {
  expect([fitsBelow(null, 8), fitsBelow(null, 9), fitsBelow(6, 1), fitsBelow(7, 1)]).toEqual([
    true,
    false,
    true,
    false,
  ]);
  expect(freeName('Maps', new Set(['maps', 'maps (2)']))).toBe('Maps (3)');
  const place = { parent_id: null, owner_id: 'o', planning_context_id: null, school_id: 's' };
  expect(siblingsKey({ ...place, scope: 'personal' })).toBe('personal:o');
  expect(siblingsKey({ ...place, scope: 'school' })).toBe('school:s');
  expect(siblingsKey({ ...place, scope: 'school', parent_id: 'p' })).toBe('p');
});
