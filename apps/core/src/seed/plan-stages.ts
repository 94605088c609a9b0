import { cleanRichText, type RichNode } from '@k12/plan-content/rich-text';
import type { UnitGiven } from './plan-catalogue.ts';
import { demoId } from './random.ts';

/** What a unit says that is planned from its end. */
export interface StagesGiven {
  transfer: string;
  understandings: readonly string[];
  questions: readonly string[];
  knowledge: readonly string[];
  skills: readonly string[];
  /** `title | situation | criteria` */
  tasks: readonly string[];
  evidence: readonly string[];
  self_assessment: string;
  starting_point: string;
  /** A line each: `# heading`, `- entry`, `1. entry`, `> note`, `| cell | cell`, `! alt text of the picture`, or a paragraph. */
  plan: readonly string[];
  support: string;
}

/** The same unit in the form that begins with what should last. */
export function stagedContent(
  path: string,
  stages: StagesGiven,
  picture: string,
  understandings: UnitGiven['objectives'] = stages.understandings,
) {
  const list = (key: string, entries: readonly string[]) =>
    entries.map((text, at) => ({ id: demoId(`${path}/${key}/${at}`), text }));
  return {
    transfer: textOf([stages.transfer], picture),
    understandings: list('understandings', understandings),
    essential_questions: list('essential_questions', stages.questions),
    knowledge: list('knowledge', stages.knowledge),
    skills: list('skills', stages.skills),
    performance_tasks: stages.tasks.map((task, at) => {
      const [title = '', situation = '', criteria = ''] = task.split(' | ');
      const id = demoId(`${path}/performance_tasks/${at}`);
      return { id, title, situation: textOf([situation], picture), criteria };
    }),
    other_evidence: list('other_evidence', stages.evidence),
    self_assessment: textOf([stages.self_assessment], picture),
    starting_point: textOf([stages.starting_point], picture),
    learning_plan: textOf(stages.plan, picture),
    support: textOf([stages.support], picture),
  };
}

const paragraph = (text: string): RichNode => ({ type: 'paragraph', content: [{ type: 'text', text }] });

/** Lines of one kind after each other belong to one list or table. */
function textOf(lines: readonly string[], picture: string) {
  const content: RichNode[] = [];
  for (const line of lines) {
    const [mark, rest] = [line.split(' ')[0] ?? '', line.slice(line.indexOf(' ') + 1)];
    const last = content.at(-1);
    const listed = { type: 'listItem', content: [paragraph(rest)] };
    if (mark === '#') content.push({ ...paragraph(rest), type: 'heading', attrs: { level: 2 } });
    else if (mark === '>')
      content.push({ type: 'callout', attrs: { tone: 'tip' }, content: [paragraph(rest)] });
    else if (mark === '!') content.push({ type: 'image', attrs: { src: picture, alt: rest } });
    else if (mark === '-') into(content, last, 'bulletList', listed);
    else if (mark === '1.') into(content, last, 'orderedList', listed);
    else if (mark === '|') into(content, last, 'table', rowOf(rest, last?.type !== 'table'));
    else content.push(paragraph(line));
  }
  return cleanRichText({ type: 'doc', content });
}

function into(content: RichNode[], last: RichNode | undefined, type: string, part: RichNode): void {
  if (last?.type === type) last.content?.push(part);
  else content.push({ type, content: [part] });
}

function rowOf(words: string, isHead: boolean): RichNode {
  const type = isHead ? 'tableHeader' : 'tableCell';
  return {
    type: 'tableRow',
    content: words.split(' | ').map((word) => ({ type, content: [paragraph(word)] })),
  };
}
