import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pathOf, safeName, uniquePath } from './archive-names.rules.ts';

const facts = {
  student: 'Ada Okafor',
  family_name: 'Okafor',
  given_name: 'Ada',
  attempt: '2',
  file: 'a.pdf',
};

test('TCH-66 names in an archive follow the pattern, and stay single steps that every file system takes', () => {
  expect(pathOf('{student}/{file}', facts)).toBe('Ada Okafor/a.pdf');
  expect(pathOf('{family_name}, {given_name} ({attempt})', facts)).toBe('Okafor, Ada (2)/a.pdf');
  expect(pathOf('{nobody}-{file}', facts)).toBe('{nobody}-a.pdf');
  for (const [given, kept] of [
    ['../../etc/passwd', '_.._etc_passwd'],
    ['..', '_'],
    ['C:\\windows\\a.txt', 'C__windows_a.txt'],
    ['con.txt', '_con.txt'],
    ['a\u202egpj.exe', 'a_gpj.exe'],
    ['  .hidden. ', 'hidden'],
    ['línea\n2.txt', 'línea_2.txt'],
  ] as const)
    expect(safeName(given)).toBe(kept);
  expect(safeName(`${'a'.repeat(300)}.docx`)).toMatch(/^a{95}\.docx$/);
});

test('TCH-66 no name of a student or file leads out of the archive', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), (student, file) => {
      const path = pathOf('{student}/{file}', { ...facts, student, file });
      const steps = path.split('/');
      expect(steps).toHaveLength(2);
      for (const step of steps) {
        expect(step).not.toMatch(/^\.{0,2}$|[\\:]|^\s|\s$/);
        expect(step.length).toBeLessThanOrEqual(200);
      }
    }),
  );
});

test('TCH-66 two files of one name are both there, whatever their capitals', () => {
  const taken = new Set<string>();
  const paths = ['a/Report.pdf', 'a/report.pdf', 'a/report.PDF'].map((path) => uniquePath(path, taken));
  expect(paths).toEqual(['a/Report.pdf', 'a/report (2).pdf', 'a/report (3).PDF']);
});
