import type { PackField, PackSection, PlanSchema } from '@k12/contracts/planning/packs';
import type { PlanChange, PlanSnapshot } from '@k12/contracts/planning/plan-diff';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diffPlans } from './diff-plans.ts';
import { newText, oldText } from './word-diff.ts';

const field = (key: string, kind: PackField['kind'], more: Partial<PackField> = {}): PackField => ({
  key,
  kind,
  label: { en: key },
  ...more,
});
const section = (key: string, kind: PackSection['kind'], more: Partial<PackSection> = {}): PackSection => ({
  key,
  kind,
  label: { en: key },
  ...more,
});

const schema: PlanSchema = {
  key: 'unit',
  plan_kind: 'unit',
  label: { en: 'Unit' },
  sections: [
    section('overview', 'rich_text'),
    section('objectives', 'list', { label: { en: 'Objectives', fr: 'Objectifs' } }),
    section('standards', 'standards'),
    section('activities', 'group', {
      label: { en: 'Activities', fr: 'Activités' },
      fields: [field('title', 'text', { label: { en: 'What', fr: 'Quoi' } }), field('minutes', 'number')],
    }),
    section('phase', 'choice', { options: [{ value: 'a', label: { en: 'Explore' } }] }),
    section('tools', 'choices', { options: [{ value: 'lab', label: { en: 'Laboratory' } }] }),
    section('weeks', 'number'),
    section('dates', 'date_range'),
  ],
};

const empty: PlanSnapshot = {
  title: 'Energy',
  content: {},
  alignments: [],
  resources: [],
  lessons: [],
  tags: [],
  duration_minutes: null,
};
const withContent = (content: Record<string, unknown>): PlanSnapshot => ({ ...empty, content });
const diff = (before: Record<string, unknown>, after: Record<string, unknown>) =>
  diffPlans(schema, withContent(before), withContent(after));
const paragraph = (text: string, ...marks: string[]) => ({
  type: 'doc',
  content: [
    {
      type: 'paragraph',
      content: [{ type: 'text', text, ...(marks.length && { marks: marks.map((type) => ({ type })) }) }],
    },
  ],
});
const short = ({ path, status, kind }: PlanChange) => `${status} ${kind} ${path}`;

describe('PLN-34 every changed field with path, label, kind and status', () => {
  test('PLN-34 equal states differ in nothing, whatever the order of keys', () => {
    expect(
      diff({ dates: { from: '2026-01-01', to: null } }, { dates: { to: null, from: '2026-01-01' } }),
    ).toEqual([]);
  });

  test('PLN-34 text added, removed and changed by words', () => {
    expect(diff({}, { overview: paragraph('Light') }).map(short)).toEqual(['added rich_text /overview']);
    expect(diff({ overview: paragraph('Light') }, {}).map(short)).toEqual(['removed rich_text /overview']);
    const [change] = diff(
      { overview: paragraph('Plants use light') },
      { overview: paragraph('Plants need light') },
    );
    expect(change).toMatchObject({
      status: 'changed',
      section_key: 'overview',
      formatting_only: false,
      runs: [
        { status: 'same', text: 'Plants ' },
        { status: 'removed', text: 'use' },
        { status: 'added', text: 'need' },
        { status: 'same', text: ' light' },
      ],
    });
  });

  test('PLN-34 a change of looks alone is marked as such', () => {
    const [change] = diff({ overview: paragraph('Light') }, { overview: paragraph('Light', 'bold') });
    expect(change).toMatchObject({ status: 'changed', formatting_only: true });
  });

  test('PLN-34 a section the schema does not know is not passed over', () => {
    expect(diff({ older: 'a' }, { older: 'b' })).toMatchObject([
      { path: '/older', kind: 'unknown', label: { en: 'older' } },
    ]);
    expect(
      diffPlans(null, withContent({ overview: 'a' }), withContent({ overview: 'b' })).map(short),
    ).toEqual(['changed unknown /overview']);
  });

  test('PLN-34 the label of a field names its section too, in each language', () => {
    const before = { activities: [{ id: '1', title: 'Sort' }] };
    const [change] = diff(before, { activities: [{ id: '1', title: 'Sort rocks' }] });
    expect(change?.label).toEqual({ en: 'Activities · What', fr: 'Activités · Quoi' });
  });
});

describe('PLN-35 entries are matched by their id', () => {
  const objectives = (...entries: string[]) => ({
    objectives: entries.map((entry) => ({ id: entry[0], text: entry.slice(1) })),
  });

  test('PLN-35 a reorder is moved, with the fewest moves', () => {
    const changes = diff(objectives('aA', 'bB', 'cC', 'dD'), objectives('dD', 'aA', 'bB', 'cC'));
    expect(changes).toMatchObject([
      { path: '/objectives/d', status: 'moved', from_position: 4, to_position: 1 },
    ]);
  });

  test('PLN-35 an edit inside an entry is a word diff, also of one that moved', () => {
    const both = diff(objectives('aname it', 'bB', 'cC'), objectives('bB', 'cC', 'aname them'));
    expect(both.map(short)).toEqual(['changed list_item /objectives/a']);
    expect(both[0]).toMatchObject({ moved: true, from_position: 1, to_position: 3 });
    const edited = diff(objectives('aname it'), objectives('aname them'));
    expect(edited[0]?.runs).toEqual([
      { status: 'same', text: 'name ' },
      { status: 'removed', text: 'it' },
      { status: 'added', text: 'them' },
    ]);
  });

  test('PLN-35 entries that came and went, with their words', () => {
    const changes = diff(
      { activities: [{ id: 'x', title: 'Sort', minutes: 5 }] },
      { activities: [{ id: 'y', title: 'Sort', minutes: 5 }] },
    );
    expect(changes.map(short)).toEqual([
      'added group_item /activities/y',
      'removed group_item /activities/x',
    ]);
    expect(changes[0]?.runs).toEqual([{ status: 'added', text: 'Sort\n5' }]);
  });

  test('PLN-34 PLN-35 lists rebuild from their changes, whatever happens to them', () => {
    const entry = fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      text: fc.lorem({ maxCount: 4 }),
    });
    const list = fc.uniqueArray(entry, { selector: ({ id }) => id });
    fc.assert(
      fc.property(list, list, (before, after) => {
        const changes = diff({ objectives: before }, { objectives: after });
        for (const { id, text } of before) {
          const change = changes.find(({ path }) => path === `/objectives/${id}`);
          const now = after.find((one) => one.id === id);
          if (!change) expect(now?.text).toBe(text);
          else expect(oldText(change.runs ?? [])).toBe(text);
          if (change && now) expect(newText(change.runs ?? [])).toBe(now.text);
        }
        const stayed = (entries: { id: string }[]) =>
          entries
            .map(({ id }) => id)
            .filter((id) => !changes.some((c) => c.path.endsWith(id) && (c.moved || c.status !== 'changed')));
        expect(stayed(before)).toEqual(stayed(after));
      }),
    );
  });
});

describe('PLN-37 facts and sets', () => {
  test('PLN-37 numbers, dates and choices as old and new', () => {
    const changes = diff(
      { weeks: 3, dates: { from: '2026-01-05', to: '2026-01-09' }, phase: 'a' },
      { weeks: 4, dates: { from: '2026-01-05', to: '2026-01-16' }, phase: null },
    );
    expect(changes.map(({ status, before, after }) => [status, before, after])).toEqual([
      ['removed', { en: 'Explore' }, null],
      ['changed', 3, 4],
      ['changed', { from: '2026-01-05', to: '2026-01-09' }, { from: '2026-01-05', to: '2026-01-16' }],
    ]);
  });

  test('PLN-37 choices, tags, standards, resources and lessons as sets', () => {
    const before: PlanSnapshot = {
      ...withContent({ tools: [] }),
      tags: ['lab', 'spring'],
      alignments: [
        { standard_id: 's1', code: '6.EE.1', emphasis: 'introduced' },
        { standard_id: 's2', code: '6.EE.2', emphasis: 'introduced' },
      ],
      resources: [{ resource_id: 'r1', title: 'Poster' }],
      lessons: [
        { lesson_plan_id: 'l1', version_id: 'v1', title: 'One', duration_minutes: 45 },
        { lesson_plan_id: 'l2', version_id: 'v2', title: 'Two', duration_minutes: 45 },
      ],
    };
    const after: PlanSnapshot = {
      ...withContent({ tools: ['lab'] }),
      tags: ['spring', 'lab'],
      alignments: [
        { standard_id: 's2', code: '6.EE.2', emphasis: 'mastered' },
        { standard_id: 's3', code: '6.EE.3', emphasis: null },
      ],
      resources: [],
      lessons: [
        { lesson_plan_id: 'l2', version_id: 'v2', title: 'Two', duration_minutes: 45 },
        { lesson_plan_id: 'l1', version_id: 'v9', title: 'One', duration_minutes: 45 },
      ],
    };
    const changes = diffPlans(schema, before, after);
    expect(changes.filter(({ kind }) => kind !== 'lesson').map(short)).toEqual([
      'added choices /tools/lab',
      'changed alignment /@alignments/s2',
      'added alignment /@alignments/s3',
      'removed alignment /@alignments/s1',
      'removed resource /@resources/r1',
    ]);
    expect(changes.find(({ path }) => path.endsWith('s2'))).toMatchObject({
      before: 'introduced',
      after: 'mastered',
    });
    const lessons = changes.filter(({ kind }) => kind === 'lesson');
    expect(lessons.some(({ moved }) => moved)).toBe(true);
    expect(lessons.find(({ path }) => path.endsWith('l1'))?.status).toBe('changed');
  });
});
