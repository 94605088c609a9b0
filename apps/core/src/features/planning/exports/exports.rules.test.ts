import type { PlanSchema } from '@k12/contracts/planning/packs';
import { expect, test } from 'vitest';
import { genericBlocks } from './generic-blocks.rules.ts';
import { toMarkdown } from './markdown.rules.ts';
import { blocksOfSections, type SectionChoice } from './section-blocks.rules.ts';
import { toDocx } from './to-docx.ts';

const text = (value: string) => ({ type: 'text', text: value });
const paragraphNode = (...content: object[]) => ({ type: 'paragraph', content });

const schema: PlanSchema = {
  key: 'unit',
  plan_kind: 'unit',
  label: { en: 'Unit' },
  sections: [
    { key: 'overview', kind: 'rich_text', label: { en: 'Overview', ar: 'نظرة عامة' } },
    { key: 'goals', kind: 'list', label: { en: 'Goals' } },
    { key: 'secret', kind: 'text', label: { en: 'For the teacher' }, audience: 'teacher' },
    { key: 'old', kind: 'text', label: { en: 'Old' }, hidden: true },
    {
      key: 'steps',
      kind: 'group',
      label: { en: 'Steps' },
      fields: [
        { key: 'minutes', kind: 'number', label: { en: 'Minutes' } },
        { key: 'what', kind: 'text', label: { en: 'What' } },
        { key: 'unused', kind: 'text', label: { en: 'Unused' } },
      ],
    },
    {
      key: 'mode',
      kind: 'choice',
      label: { en: 'Mode' },
      options: [{ value: 'p', label: { en: 'In pairs' } }],
    },
  ],
};

const content = {
  overview: {
    type: 'doc',
    content: [
      { type: 'heading', attrs: { level: 2 }, content: [text('Why')] },
      paragraphNode(
        text('Compare '),
        { type: 'text', text: 'two', marks: [{ type: 'bold' }] },
        { type: 'inlineMath', attrs: { latex: 'a:b' } },
      ),
      { type: 'bulletList', content: [{ type: 'listItem', content: [paragraphNode(text('one'))] }] },
      {
        type: 'table',
        content: [
          { type: 'tableRow', content: [{ type: 'tableHeader', content: [paragraphNode(text('A'))] }] },
          { type: 'tableRow', content: [{ type: 'tableCell', content: [paragraphNode(text('1'))] }] },
        ],
      },
    ],
  },
  goals: [
    { id: 'a', text: 'Say * what a ratio is' },
    { id: 'b', text: '' },
  ],
  secret: 'Watch the clock',
  old: 'never shown',
  steps: [{ id: 's', minutes: 10, what: 'Launch' }],
  mode: 'p',
};

const choice: SectionChoice = { locale: 'en', student_copy: false, leave_out: new Set(), level: 1 };
const documentOf = (given: Partial<SectionChoice> = {}) => ({
  title: 'Ratios',
  subtitle: '',
  authors: ['A'],
  language: 'en',
  direction: 'ltr' as const,
  paper: 'a4' as const,
  landscape: false,
  font_percent: 100,
  black_and_white: false,
  school_name: '',
  footer: 'Version 1',
  facts: [],
  contents_title: '',
  blocks: blocksOfSections(schema, content, { ...choice, ...given }),
});

test('PLN-171 a plan as Markdown has its headings, lists, tables and formulas, and signs stay signs', () => {
  expect(toMarkdown(documentOf())).toBe(
    [
      '# Ratios',
      '## Overview',
      '#### Why',
      'Compare **two**$a:b$',
      '- one',
      '| A |\n| --- |\n| 1 |',
      '## Goals',
      '- Say \\* what a ratio is',
      '## For the teacher',
      'Watch the clock',
      '## Steps',
      '| Minutes | What |\n| --- | --- |\n| 10 | Launch |',
      '## Mode',
      'In pairs\n',
    ].join('\n\n'),
  );
});

test('PLN-168 a student copy leaves out what only teachers read; sections can be left out', () => {
  const markdown = toMarkdown(documentOf({ student_copy: true, leave_out: new Set(['steps']) }));
  expect(markdown).not.toContain('Watch the clock');
  expect(markdown).not.toContain('Launch');
  expect(markdown).not.toContain('never shown');
  expect(markdown).toContain('In pairs');
});

test('PLN-168 labels follow the language asked for, English where there is none', () => {
  const markdown = toMarkdown(documentOf({ locale: 'ar' }));
  expect(markdown).toContain('## نظرة عامة');
  expect(markdown).toContain('## Goals');
});

test('PLN-171 the word-processor file is a package with real headings and tables', async () => {
  const bytes = await toDocx(documentOf());
  expect(bytes.subarray(0, 2).toString()).toBe('PK');
});

test('PLN-64 without its schema a plan still prints all it holds', () => {
  const markdown = toMarkdown({ ...documentOf(), blocks: genericBlocks(content, 1) });
  for (const part of ['Why', 'Say \\* what a ratio is', 'Watch the clock', 'Launch', 'never shown'])
    expect(markdown).toContain(part);
});
