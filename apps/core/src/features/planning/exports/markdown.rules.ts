import type { PrintBlock, PrintDocument, PrintRun } from '../../../platform/pdf/print-document.ts';

/** Characters that would mean something to Markdown where a person only wrote them. */
const special = /([\\`*_{}[\]<>#|~])/g;
const escaped = (text: string) => text.replace(special, '\\$1');

export function toMarkdown(document: PrintDocument): string {
  const facts = document.facts.map(({ label, value }) => `- **${escaped(label)}**: ${escaped(value)}`);
  const parts = [`# ${escaped(document.title)}`, escaped(document.subtitle), facts.join('\n')];
  return `${[...parts, ...document.blocks.map((block) => blockText(block))].filter(Boolean).join('\n\n')}\n`;
}

function blockText(block: PrintBlock): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level + 1)} ${runsText(block.runs)}`;
    case 'paragraph':
      return runsText(block.runs).replace(/^([-+>]|\d+[.)])(?=\s)/gm, '\\$1');
    case 'list':
      return block.items
        .map((item, at) => indented(item.map(blockText).join('\n\n'), block.ordered ? `${at + 1}. ` : '- '))
        .join('\n');
    case 'table':
      return tableText(block);
    case 'code':
      return ['```', block.text.replaceAll('```', '`` `'), '```'].join('\n');
    case 'math':
      return `$$\n${block.text}\n$$`;
    case 'quote':
      return quoted(block.blocks.map(blockText).join('\n\n'));
    case 'callout':
      return quoted(
        [block.label && `**${block.label}**`, ...block.blocks.map(blockText)].filter(Boolean).join('\n\n'),
      );
    case 'image':
      return escaped(block.alt);
    case 'rule':
      return '---';
    case 'page_break':
      return '';
  }
}

function tableText(table: Extract<PrintBlock, { kind: 'table' }>): string {
  const cell = (text: string) => text.replace(/\n+/g, '<br>');
  const line = (cells: string[]) => `| ${cells.map(cell).join(' | ')} |`;
  const header = table.header.length > 0 ? table.header.map(runsText) : Array(table.columns).fill('');
  return [
    line(header),
    line(Array(table.columns).fill('---')),
    ...table.rows.map((row) => line(row.map(({ blocks }) => blocks.map(blockText).join('\n')))),
  ].join('\n');
}

const quoted = (text: string) =>
  text
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');

function indented(text: string, mark: string): string {
  const [first = '', ...rest] = text.split('\n');
  return [mark + first, ...rest.map((line) => (line ? ' '.repeat(mark.length) + line : line))].join('\n');
}

function runsText(runs: readonly PrintRun[]): string {
  return runs.map(runText).join('');
}

function runText(run: PrintRun): string {
  if (run.kind === 'math') return `$${run.text}$`;
  if (run.kind === 'break') return '  \n';
  if (run.code) return `\`${run.text.replaceAll('`', "'")}\``;
  let text = escaped(run.text);
  if (run.bold) text = `**${text}**`;
  if (run.italic) text = `*${text}*`;
  if (run.strike) text = `~~${text}~~`;
  return run.href ? `[${text}](<${run.href}>)` : text;
}
