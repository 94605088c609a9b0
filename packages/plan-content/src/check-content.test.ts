import type { PackSection, PlanSchema } from '@k12/contracts/planning/packs';
import { describe, expect, test } from 'vitest';
import { checkCompleteness, checkContent, largestContent, longestText } from './check-content.ts';

const section = (key: string, kind: PackSection['kind'], more: Partial<PackSection> = {}): PackSection => ({
  key,
  kind,
  label: { en: key },
  ...more,
});
const label = { en: 'x' };
const options = [{ value: 'a', label }];
const schema: PlanSchema = {
  key: 'unit',
  plan_kind: 'unit',
  label,
  sections: [
    section('title', 'text', { required: true }),
    section('overview', 'rich_text', { required: true }),
    section('objectives', 'list', { required: true, min: 2 }),
    section('phase', 'choice', { options }),
    section('tools', 'choices', { options }),
    section('weeks', 'number', { min: 1, max: 10 }),
    section('dates', 'date_range'),
    section('standards', 'standards', { required: true }),
    section('activities', 'group', {
      fields: [
        { key: 'what', kind: 'text', label, required: true },
        { key: 'minutes', kind: 'number', label },
      ],
    }),
  ],
};
const id = '00000000-0000-4000-8000-000000000001';
const doc = (text: string) => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
});

describe('shape', () => {
  test('PLN-10 a draft may be incomplete', () => {
    expect(checkContent(schema, {})).toEqual([]);
    expect(checkContent(schema, { objectives: [{ id, text: '' }], activities: [{ id }], dates: {} })).toEqual(
      [],
    );
  });

  test('PLN-10 every fault is named at once, each by its place', () => {
    const faults = checkContent(schema, {
      title: 3,
      overview: 'plain',
      objectives: [{ id, text: 'a', colour: 'red' }, { text: 'no id' }, { id, text: 'b' }],
      phase: 'z',
      tools: ['a', 'a'],
      weeks: '3',
      dates: { from: '2026-02-30', until: null },
      standards: [],
      activities: [{ id, what: 'x', minutes: 'ten' }],
      unknown: true,
    });
    expect(faults.map(({ pointer, code }) => [pointer, code])).toEqual([
      ['/title', 'invalid_type'],
      ['/overview', 'invalid_type'],
      [`/objectives/${id}/colour`, 'unknown_key'],
      ['/objectives/1', 'invalid_type'],
      [`/objectives/${id}`, 'duplicate_id'],
      ['/phase', 'unknown_option'],
      ['/tools', 'duplicate'],
      ['/weeks', 'invalid_type'],
      ['/dates/until', 'unknown_key'],
      ['/dates/from', 'invalid_type'],
      ['/standards', 'holds_nothing'],
      [`/activities/${id}/minutes`, 'invalid_type'],
      ['/unknown', 'unknown_key'],
    ]);
  });

  test('PLN-10 strings end at 20,000 characters, nesting at 12 levels, content at a megabyte', () => {
    const codes = (content: Record<string, unknown>) => checkContent(schema, content).map(({ code }) => code);
    expect(codes({ title: 'x'.repeat(longestText) })).toEqual([]);
    expect(codes({ title: 'x'.repeat(longestText + 1) })).toEqual(['too_long']);
    expect(codes({ overview: doc('x'.repeat(longestText + 1)) })).toEqual(['too_long']);
    const nested = (levels: number): object =>
      levels === 0 ? doc('x').content[0]! : { type: 'blockquote', content: [nested(levels - 1)] };
    expect(codes({ overview: { type: 'doc', content: [nested(10)] } })).toEqual([]);
    expect(codes({ overview: { type: 'doc', content: [nested(11)] } })).toEqual(['too_deep']);
    const many = Array.from({ length: 60 }, (_, at) => ({
      id: `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`,
      text: 'x'.repeat(largestContent / 60),
    }));
    expect(codes({ objectives: many })).toEqual(['too_large']);
  });
});

describe('completeness', () => {
  test('PLN-10 PLN-46 what is missing is named section by section', () => {
    const none = { standards: 0, resources: 0, lessons: 0 };
    const places = (content: Record<string, unknown>, counts = none) =>
      checkCompleteness(schema, content, counts).map(({ pointer, code }) => `${pointer} ${code}`);
    expect(places({ title: ' ', overview: doc(' ') })).toEqual([
      '/title required',
      '/overview required',
      '/objectives required',
      '/standards required',
    ]);
    const full = {
      title: 'Heat',
      overview: doc('Heat moves'),
      objectives: [{ id, text: 'one' }],
      weeks: 12,
      activities: [{ id }],
    };
    expect(places(full, { ...none, standards: 1 })).toEqual([
      '/objectives too_small',
      '/weeks too_big',
      `/activities/${id}/what required`,
    ]);
  });
});
