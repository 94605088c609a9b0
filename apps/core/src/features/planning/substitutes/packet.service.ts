import type { PrintedPlan } from '@k12/contracts/planning/exports';
import type { Transaction } from '@k12/db';
import type { Context } from '../../../platform/context.ts';
import { heading, type PrintBlock, paragraph } from '../../../platform/pdf/print-document.ts';
import { todayOf } from '../../identity/tenants/tenants.service.ts';
import { buildDocument } from '../exports/print-plan.service.ts';
import type { SessionRow } from '../lesson-sessions/session-records.service.ts';
import { loadPlans } from '../plans/plans.access.service.ts';
import { selectPlanState } from '../versions/plan-state.service.ts';
import { packetWords } from './packet-words.ts';
import { type Cover, readableIn, selectOpenCover, sessionsOf } from './substitute-day.service.ts';
import * as queries from './substitutes.queries.ts';
import type { Placed } from './substitutes.rules.ts';

type Locale = keyof typeof packetWords;

interface Asked {
  substitution_id?: string | undefined;
  on?: string | undefined;
  locale: Locale;
}

interface Facts {
  cover: Cover;
  on: string;
  teacher: string;
  substitute: string;
  note: string;
}

/** From the live plans, at the moment somebody asks: what is published, or the draft of what never was (PLN-191). */
export async function getSubstitutePacket(context: Context, asked: Asked): Promise<PrintedPlan> {
  return context.readTenant(async (tx) => {
    const facts = asked.substitution_id
      ? await factsOfSubstitution(tx, context, asked.substitution_id, asked.on)
      : await factsOfOwnDay(tx, context, asked.on);
    let sessions = await sessionsOf(tx, facts.cover, facts.on, facts.on);
    const next = sessions.find(({ place }) => place === 'next')?.meeting_on;
    // On a free day one prints for the next lessons, unless a day was named.
    if (!asked.on && !asked.substitution_id && next && sessions.every(({ place }) => place !== 'day')) {
      facts.on = next;
      sessions = await sessionsOf(tx, facts.cover, next, next);
    }
    const lessons = await lessonBlocks(tx, context, facts.cover, sessions, asked.locale);
    const [school] = await queries.listSchoolClocks(tx, [facts.cover.school_id].filter(Boolean));
    const words = packetWords[asked.locale];
    const day = dayWords(facts.on, asked.locale);
    return {
      title: words.title,
      subtitle: day,
      language: asked.locale,
      direction: asked.locale === 'ar' ? 'rtl' : 'ltr',
      school_name: school?.name ?? '',
      footer: words.printed(context.platform.clock.now().toISOString().slice(0, 10)),
      facts: [
        { label: words.day, value: day },
        { label: words.teacher, value: facts.teacher },
        { label: words.substitute, value: facts.substitute },
      ].filter(({ value }) => value !== ''),
      blocks: [...front(facts.note, sessions, asked.locale), ...lessons] as unknown as PrintedPlan['blocks'],
    };
  });
}

function dayWords(day: string, locale: Locale): string {
  const style = { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(locale, style).format(new Date(`${day}T00:00:00Z`));
}

async function factsOfSubstitution(
  tx: Transaction,
  context: Context,
  id: string,
  on: string | undefined,
): Promise<Facts> {
  const open = await selectOpenCover(tx, context, id, on);
  const { teacher, substitute, note } = open.substitution;
  return { ...open, note, teacher: teacher.display_name, substitute: substitute?.display_name ?? '' };
}

async function factsOfOwnDay(tx: Transaction, context: Context, on: string | undefined): Promise<Facts> {
  const { actor } = context;
  const today = await todayOf(context);
  const taught = await queries.listTaughtSections(tx, actor.user_id ?? '', today, null);
  const school_id = context.school_id ?? taught[0]?.school_id ?? actor.school_ids[0] ?? '';
  const section_ids = taught.filter((section) => section.school_id === school_id).map(({ id }) => id);
  const cover = { school_id, teacher_id: actor.user_id ?? '', section_ids };
  return { cover, on: on ?? today, teacher: actor.display_name, substitute: '', note: '' };
}

function front(note: string, sessions: readonly Placed<SessionRow>[], locale: Locale): PrintBlock[] {
  const words = packetWords[locale];
  const today = sessions.filter(({ place }) => place === 'day');
  const cell = (text: string) => ({ blocks: [paragraph(text)] });
  const rows = today.map((session) => [
    cell([session.starts_at, session.ends_at].flatMap((time) => time?.slice(0, 5) ?? []).join('–')),
    cell(`${session.course_name} · ${session.section_name}`),
    cell(session.title),
    cell(session.location ?? ''),
  ]);
  const header = words.columns.map((text) => [{ text }]);
  return [
    ...(note ? [heading(1, words.note), ...note.split('\n').filter(Boolean).map(paragraph)] : []),
    heading(1, words.order),
    rows.length > 0
      ? { kind: 'table', columns: 4, widths: [1, 2, 3, 1], header, rows }
      : paragraph(words.nothing),
  ];
}

/** The lessons of the day first, each on a page of its own; what lies around them after. */
async function lessonBlocks(
  tx: Transaction,
  context: Context,
  cover: Cover,
  sessions: readonly Placed<SessionRow>[],
  locale: Locale,
): Promise<PrintBlock[]> {
  const words = packetWords[locale];
  const order = ['day', 'before', 'next'];
  const sorted = [...sessions].sort((a, b) => order.indexOf(a.place) - order.indexOf(b.place));
  const plans = await loadPlans(
    tx,
    [...new Set(sorted.map((session) => session.lesson_plan_id))],
    readableIn(cover),
  );
  const blocks: PrintBlock[] = [];
  const printed = new Set<string>();
  for (const session of sorted) {
    const plan = plans.find(({ id }) => id === session.lesson_plan_id);
    // Two sections at the same lesson need it on paper once.
    if (!plan || printed.has(plan.id)) continue;
    printed.add(plan.id);
    const state = await selectPlanState(tx, plan, plan.published_version_id ? 'published' : 'draft');
    const document = await buildDocument(tx, context, plan, state, { ...printChoice, locale });
    const sections = sorted.filter((one) => one.lesson_plan_id === plan.id && one.place === session.place);
    blocks.push(
      { kind: 'page_break' },
      heading(1, `${words.places[session.place]}: ${document.title}`),
      paragraph(
        sections.map((one) => `${one.section_name}, ${dayWords(one.meeting_on, locale)}`).join(' · '),
      ),
      ...sections.flatMap((one) =>
        one.carried_over ? [paragraph(`${words.carried}: ${one.carried_over}`)] : [],
      ),
      ...document.blocks,
    );
  }
  return blocks;
}

const printChoice = {
  version: 'published',
  lessons: false,
  standards: 'codes',
  resources: true,
  student_copy: false,
  leave_out: '',
  paper: 'a4',
  font_percent: 100,
  black_and_white: false,
} as const;
