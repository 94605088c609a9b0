import { writeFile } from 'node:fs/promises';
import type { PrintOptions } from '@k12/contracts/planning/exports';
import type { Context } from '../../../platform/context.ts';
import { heading, type PrintBlock, type PrintDocument } from '../../../platform/pdf/print-document.ts';
import { renderPdf } from '../../../platform/pdf/render-pdf.ts';
import { loadPlans, readablePlans } from '../plans/plans.access.service.ts';
import { selectPlanState } from '../versions/plan-state.service.ts';
import { withPictures } from './pictures.service.ts';
import { buildDocument } from './print-plan.service.ts';
import { printWords } from './print-words.ts';

/** One plan of a set on paper; undefined when it is gone since it was asked for. */
export async function documentOfPlan(
  context: Context,
  planId: string,
  options: PrintOptions,
): Promise<{ title: string; pdf: Buffer } | undefined> {
  const document = await builtDocument(context, planId, options);
  if (!document) return undefined;
  return { title: document.title, pdf: renderPdf(await withPictures(context, document)) };
}

interface Asked {
  title: string;
  plan_ids: string[];
}

/** All plans of a set in one document with one table of contents: units in order, each with its lessons (UXP-98). */
export async function pdfOfPlans(
  context: Context,
  asked: Asked,
  options: PrintOptions,
  path: string,
  onPlan: () => Promise<void>,
): Promise<void> {
  const parts: PrintDocument[] = [];
  for (const planId of asked.plan_ids) {
    const part = await builtDocument(context, planId, { ...options, lessons: false });
    if (part) parts.push(part);
    await onPlan();
  }
  const [first] = parts;
  if (!first) throw new Error('None of these plans is there any more.');
  const day = context.platform.clock.now().toISOString().slice(0, 10);
  const words = printWords[options.locale];
  const whole: PrintDocument = {
    ...first,
    title: asked.title,
    subtitle: first.school_name === '' ? '' : first.subtitle,
    authors: [...new Set(parts.flatMap(({ authors }) => authors))],
    footer: words.printed(day),
    facts: [],
    contents_title: parts.length > 1 ? words.contents : '',
    blocks: parts.flatMap((part, at) => partBlocks(part, at)),
  };
  await writeFile(path, renderPdf(await withPictures(context, whole)));
}

function partBlocks(part: PrintDocument, at: number): PrintBlock[] {
  const facts = part.facts.flatMap(({ label, value }) => [
    { text: `${label}: `, bold: true },
    { text: `${value}   ` },
  ]);
  return [
    ...(at > 0 ? [{ kind: 'page_break' } as const] : []),
    heading(1, part.title),
    ...(facts.length > 0 ? [{ kind: 'paragraph', runs: facts } as const] : []),
    ...part.blocks.map(oneLevelDown),
  ];
}

function oneLevelDown(block: PrintBlock): PrintBlock {
  return block.kind === 'heading' ? { ...block, level: Math.min(3, block.level + 1) as 2 | 3 } : block;
}

function builtDocument(context: Context, planId: string, options: PrintOptions) {
  return context.readTenant(async (tx) => {
    const [plan] = await loadPlans(tx, [planId], readablePlans(context.actor));
    if (!plan) return undefined;
    return buildDocument(tx, context, plan, await selectPlanState(tx, plan, options.version), options);
  });
}
