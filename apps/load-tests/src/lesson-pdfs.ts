import { heading, type PrintBlock, paragraph } from '../../core/src/platform/pdf/print-document.ts';
import { renderPdf } from '../../core/src/platform/pdf/render-pdf.ts';
import { percentile, round } from './measure.ts';

/** A hundred lessons of two sheets as tagged PDF within five seconds, and a unit of forty within twenty (PLN-167). */
const count = Number(process.env.LESSONS ?? 100);

function lesson(number: number, level: 1 | 2): PrintBlock[] {
  const table: PrintBlock = {
    kind: 'table',
    columns: 3,
    widths: [3, 1, 4],
    header: ['Activity', 'Minutes', 'Detail'].map((text) => [{ text }]),
    rows: Array.from({ length: 12 }, (_, at) => [
      { blocks: [paragraph(`Step ${at + 1} of lesson ${number}`)] },
      { blocks: [paragraph(String(5 + at))] },
      {
        blocks: [
          paragraph('Pairs compare two graphs, say which grows faster, and how they know it. '.repeat(2)),
        ],
      },
    ]),
  };
  return [
    heading(level, `Lesson ${number}`),
    paragraph('What is measured, what changes, and what stays the same. '.repeat(12)),
    {
      kind: 'paragraph',
      runs: [{ text: 'The slope is ' }, { kind: 'math', text: '\\frac{y_2-y_1}{x_2-x_1}' }],
    },
    table,
    { kind: 'quote', blocks: [paragraph('A ratio says how much of one thing there is for another.')] },
    { kind: 'list', ordered: false, items: ['Read', 'Draw', 'Write'].map((text) => [paragraph(text)]) },
  ];
}

function print(blocks: PrintBlock[], contents_title: string): number {
  const started = performance.now();
  renderPdf({
    ...{
      title: 'Ratios',
      subtitle: '',
      authors: ['Amelia Mercer'],
      language: 'en',
      direction: 'ltr',
      paper: 'a4',
    },
    ...{ landscape: false, font_percent: 100, black_and_white: false, school_name: 'Riverbend High School' },
    ...{ footer: 'Version 2', facts: [{ label: 'Teacher', value: 'Amelia Mercer' }], contents_title, blocks },
  });
  return performance.now() - started;
}

const first = print(lesson(0, 1), '');
const busy = process.cpuUsage();
const each = Array.from({ length: count }, (_, at) => print(lesson(at + 1, 1), ''));
const { user, system } = process.cpuUsage(busy);
const worked = (user + system) / 1_000_000;
const sum = each.reduce((total, ms) => total + ms, 0);
const unit = print(
  Array.from({ length: 40 }, (_, at): PrintBlock[] => [{ kind: 'page_break' }, ...lesson(at + 1, 1)]).flat(),
  'Contents',
);
console.log(`first lesson ${round(first)} ms`);
console.log(
  `${count} lessons: ${round(sum / 1000, 2)} s, p95 ${round(percentile(each, 0.95))} ms, ${round(worked, 2)} s of processor, allowed 5 s`,
);
console.log(`a unit of 40 lessons: ${round(unit / 1000, 2)} s, allowed 20 s`);
process.exitCode = sum < 5_000 && unit < 20_000 ? 0 : 1;
