import type { PrintOptions } from '@k12/contracts/planning/exports';
import type { PlanSchema } from '@k12/contracts/planning/packs';
import type { PlanSnapshot } from '@k12/contracts/planning/plan-diff';
import type { Transaction } from '@k12/db';
import type { Context } from '../../../platform/context.ts';
import {
  heading,
  type PrintBlock,
  type PrintDocument,
  paragraph,
} from '../../../platform/pdf/print-document.ts';
import { todayOf } from '../../identity/tenants/tenants.service.ts';
import { packOf } from '../packs/packs.service.ts';
import { type PlanRow, selectReadablePlan } from '../plans/plans.access.service.ts';
import { type PlanState, selectPlanState } from '../versions/plan-state.service.ts';
import { selectSchoolName } from './exports.queries.ts';
import { genericBlocks } from './generic-blocks.rules.ts';
import { printWords } from './print-words.ts';
import { blocksOfSections, type SectionChoice, wordsIn } from './section-blocks.rules.ts';

/** A plan that the caller may read, as it is set on paper, in a browser's print view and in every export (PLN-166). */
export async function printPlan(
  context: Context,
  planId: string,
  options: PrintOptions,
): Promise<PrintDocument> {
  return context.readTenant(async (tx) => {
    const { plan } = await selectReadablePlan(tx, context.actor, planId);
    return buildDocument(tx, context, plan, await selectPlanState(tx, plan, options.version), options);
  });
}

export async function buildDocument(
  tx: Transaction,
  context: Context,
  plan: PlanRow,
  state: PlanState,
  options: PrintOptions,
): Promise<PrintDocument> {
  const words = printWords[options.locale];
  const owner = [plan.owner_preferred_name ?? plan.owner_given_name, plan.owner_family_name].join(' ').trim();
  const day = new Intl.DateTimeFormat(options.locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(await todayOf(context)),
  );
  const label = state.version_number === null ? words.draft : words.version(state.version_number);
  const facts = [
    { label: words.teacher, value: owner },
    { label: words.subjects, value: plan.subjects.join(', ') },
    { label: words.grades, value: plan.grade_levels.join(', ') },
    { label: words.minutes, value: minutesOf(state) },
  ];
  const withLessons = options.lessons && state.lessons.length > 0;
  return {
    title: state.snapshot.title,
    // Subject and grade stand by name among the facts below.
    subtitle: '',
    authors: [owner],
    language: plan.language,
    direction: plan.language.startsWith('ar') ? 'rtl' : 'ltr',
    paper: options.paper,
    landscape: false,
    font_percent: options.font_percent,
    black_and_white: options.black_and_white,
    school_name: plan.school_id ? await selectSchoolName(tx, plan.school_id) : '',
    footer: `${label} · ${words.printed(day)}`,
    facts: facts.filter(({ value }) => value !== ''),
    contents_title: withLessons ? words.contents : '',
    blocks: [
      ...planBlocks(state.schema, state.snapshot, options, 1),
      ...(withLessons ? lessonBlocks(state, options, await lessonWord(tx, plan, options)) : []),
    ],
  };
}

function minutesOf({ snapshot, lessons }: PlanState): string {
  const sum = lessons.reduce((total, lesson) => total + (lesson.snapshot.duration_minutes ?? 0), 0);
  const minutes = snapshot.duration_minutes ?? sum;
  return minutes > 0 ? String(minutes) : '';
}

/** What the plan's pack calls its lessons, for whoever reads this (PLN-63). */
async function lessonWord(tx: Transaction, plan: PlanRow, { locale }: PrintOptions): Promise<string> {
  const pack = await packOf(tx, plan.pack_key, plan.pack_version);
  const word = pack ? wordsIn(pack.terminology.lesson.one, locale) : printWords[locale].lesson;
  return word.charAt(0).toLocaleUpperCase(locale) + word.slice(1);
}

function lessonBlocks(state: PlanState, options: PrintOptions, word: string): PrintBlock[] {
  return state.lessons.flatMap(({ schema, snapshot }, at) => {
    const minutes = snapshot.duration_minutes ? ` · ${snapshot.duration_minutes} min` : '';
    return [
      { kind: 'page_break' } as const,
      heading(1, `${word} ${at + 1}: ${snapshot.title}${minutes}`),
      ...planBlocks(schema, snapshot, options, 2),
    ];
  });
}

function planBlocks(
  schema: PlanSchema | null,
  snapshot: PlanSnapshot,
  options: PrintOptions,
  level: 1 | 2,
): PrintBlock[] {
  const choice: SectionChoice = {
    locale: options.locale,
    student_copy: options.student_copy,
    leave_out: new Set(options.leave_out.split(',').filter(Boolean)),
    level,
  };
  const sections = schema
    ? blocksOfSections(schema, snapshot.content, choice)
    : genericBlocks(snapshot.content, level);
  return [
    ...sections,
    ...standardBlocks(snapshot, options, level),
    ...resourceBlocks(snapshot, options, level),
  ];
}

function standardBlocks({ alignments }: PlanSnapshot, options: PrintOptions, level: 1 | 2): PrintBlock[] {
  if (options.standards === 'none' || options.student_copy || alignments.length === 0) return [];
  const title = heading(level, printWords[options.locale].standards);
  if (options.standards === 'codes')
    return [title, paragraph(alignments.map(({ code, statement }) => code || statement || '').join(', '))];
  const rows = alignments.map(({ code, statement }) => [
    { blocks: [paragraph(code ?? '')] },
    { blocks: [paragraph(statement ?? '')] },
  ]);
  return [title, { kind: 'table', columns: 2, widths: [1, 4], header: [], rows }];
}

function resourceBlocks({ resources }: PlanSnapshot, options: PrintOptions, level: 1 | 2): PrintBlock[] {
  const shown = resources.filter(({ audience }) => !options.student_copy || audience === 'student');
  if (!options.resources || shown.length === 0) return [];
  const items = shown.map(({ title, caption }) => [paragraph([title, caption].filter(Boolean).join(' – '))]);
  return [heading(level, printWords[options.locale].resources), { kind: 'list', ordered: false, items }];
}
