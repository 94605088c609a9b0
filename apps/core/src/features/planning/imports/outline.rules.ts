import type { PackSection, PackWords, PlanSchema } from '@k12/contracts/planning/packs';
import type { RichNode } from '@k12/plan-content/rich-text';
import { wordsOf } from './imported-blocks.ts';

/** A stretch of the file under one heading, and the section it goes to; null is what fits nowhere. */
export interface ImportedPart {
  number: number;
  heading: string | null;
  blocks: RichNode[];
  section_key: string | null;
}

export interface Outline {
  title: string | null;
  parts: ImportedPart[];
}

/** Headings named like a section begin it; deeper ones inside belong to it (PLN-25). */
export function outlineOf(blocks: readonly RichNode[], schema: PlanSchema): Outline {
  const sections = schema.sections.filter(({ hidden, kind }) => !hidden && kind !== 'resources');
  const title = titleOf(blocks, sections);
  const parts: ImportedPart[] = [];
  let level = 0;
  for (const block of title ? blocks.filter((one) => one !== title) : blocks) {
    const last = parts.at(-1);
    const own = block.type === 'heading' ? Number(block.attrs?.level ?? 1) : null;
    const named = own === null ? null : sectionNamed(sections, wordsOf(block));
    if (own !== null && (named !== null || !last || last.section_key === null || own <= level)) {
      parts.push({ number: parts.length, heading: wordsOf(block).trim(), blocks: [], section_key: named });
      level = own;
    } else if (last) last.blocks.push(block);
    else parts.push({ number: 0, heading: null, blocks: [block], section_key: null });
  }
  return {
    title: title ? wordsOf(title).trim().slice(0, 200) : null,
    parts: parts.filter(({ blocks: inside, heading }) => inside.length > 0 || heading),
  };
}

/** The first heading of the file, when nothing stands above it in rank and it names no section. */
function titleOf(blocks: readonly RichNode[], sections: readonly PackSection[]): RichNode | null {
  const headings = blocks.filter(({ type }) => type === 'heading');
  const [first, ...others] = headings;
  if (!first || sectionNamed(sections, wordsOf(first))) return null;
  const rank = (node: RichNode) => Number(node.attrs?.level ?? 1);
  return others.every((other) => rank(other) > rank(first)) ? first : null;
}

function sectionNamed(sections: readonly PackSection[], heading: string): string | null {
  const said = plain(heading);
  if (said === '') return null;
  const exact = sections.find((section) => namesOf(section).includes(said));
  if (exact) return exact.key;
  // "Learning objectives" for "Objectives": one name within the other, and no second that fits.
  const near = sections.filter((section) => namesOf(section).some((name) => within(name, said)));
  return near.length === 1 ? (near[0]?.key ?? null) : null;
}

function namesOf({ key, label }: PackSection): string[] {
  const labels = Object.values(label as PackWords).filter((words) => words !== undefined);
  return [plain(key.replaceAll('_', ' ')), ...labels.map(plain)].filter((name) => name.length > 2);
}

function within(name: string, said: string): boolean {
  const [short, long] = name.length < said.length ? [name, said] : [said, name];
  return short.length > 3 && ` ${long} `.includes(` ${short} `);
}

/** Without numbers, marks, accents and case: "3. Évaluation:" is "evaluation". */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/^[\s\d.)(–—-]+/, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
