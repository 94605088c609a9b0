import type { Course } from '@k12/contracts/teaching/courses';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { heading, type PrintBlock, type PrintCell, paragraph } from '../../../platform/pdf/print-document.ts';
import { getAssignment } from '../../teaching/assignments/assignments.service.ts';
import { getCourse } from '../../teaching/courses/courses.service.ts';
import { getGradebook } from '../../teaching/gradebook/gradebook.service.ts';
import { listModules } from '../../teaching/modules/modules.service.ts';
import { getRubric } from '../../teaching/rubrics/rubrics.service.ts';
import { blocksOfRichText } from '../exports/rich-text-blocks.rules.ts';
import { gradebookBlocks, plain } from './gradebook-sheet.rules.ts';
import { courseOfModule } from './module-course.service.ts';
import { type Sheet, type SheetWords, sheetWords } from './sheet-words.ts';
import type { AskedSheet } from './sheets.service.ts';

const cell = (text: string): PrintCell => ({ blocks: text ? [paragraph(text)] : [] });
const seatsAcross = 6;

export async function gradebookSheet(context: Context, asked: AskedSheet): Promise<Sheet> {
  const words = sheetWords[asked.locale];
  const course = await getCourse(context, asked.id);
  const query = asked.section_id ? { section_id: asked.section_id } : {};
  const book = await getGradebook(context, asked.id, query);
  const now = context.platform.clock.now().toISOString();
  return {
    ...headOf(course, asked, words, words.gradebook),
    landscape: true,
    blocks: gradebookBlocks(book, { numbers: asked.numbers, now, words }),
  };
}

export async function rosterSheet(context: Context, asked: AskedSheet): Promise<Sheet> {
  const words = sheetWords[asked.locale];
  const course = await getCourse(context, asked.id);
  const students = await studentsOf(context, asked);
  const extra = asked.numbers ? [words.number] : [];
  const blank = [...Array(6)].map(() => '');
  return {
    ...headOf(course, asked, words, words.roster, students.length),
    blocks: [
      {
        kind: 'table',
        columns: 2 + extra.length + blank.length,
        widths: [0.6, 5, ...extra.map(() => 2), ...blank.map(() => 1)],
        header: ['#', words.student, ...extra, ...blank].map((text) => [{ text }]),
        rows: students.map(({ sort_name, student_number }, at) =>
          [`${at + 1}`, sort_name, ...extra.map(() => student_number ?? ''), ...blank].map(cell),
        ),
      },
    ],
  };
}

/** Places in rows from the front, filled by name: a start to be moved about with a pencil. */
export async function seatingSheet(context: Context, asked: AskedSheet): Promise<Sheet> {
  const words = sheetWords[asked.locale];
  const course = await getCourse(context, asked.id);
  const students = await studentsOf(context, asked);
  const rows: PrintCell[][] = [];
  for (let from = 0; from < students.length; from += seatsAcross) {
    const names = students.slice(from, from + seatsAcross);
    rows.push(
      [...Array(seatsAcross)].map((_, at) => {
        const student = names[at];
        if (!student) return cell('');
        return { blocks: [paragraph(`${from + at + 1}`), paragraph(student.name), paragraph(' ')] };
      }),
    );
  }
  return {
    ...headOf(course, asked, words, words.seating, students.length),
    landscape: true,
    blocks: [{ kind: 'table', columns: seatsAcross, widths: Array(seatsAcross).fill(1), header: [], rows }],
  };
}

/** Students of the sheet of grades: whom the caller may see there is whom a list may name. */
async function studentsOf(context: Context, asked: AskedSheet) {
  const query = asked.section_id ? { section_id: asked.section_id } : {};
  const { rows } = await getGradebook(context, asked.id, query);
  return rows.filter(({ state }) => state === 'active');
}

export async function rubricSheet(context: Context, asked: AskedSheet): Promise<Sheet> {
  const words = sheetWords[asked.locale];
  const rubric = await getRubric(context, asked.id);
  const across = Math.max(1, ...rubric.criteria.map(({ ratings }) => ratings.length));
  const rows = rubric.criteria.map(({ title, description, points, ratings }): PrintCell[] => [
    { blocks: textsOf(points === null ? title : `${title} (${points})`, description) },
    ...[...Array(across)].map((_, at): PrintCell => {
      const rating = ratings[at];
      if (!rating) return cell('');
      const label = rating.points === null ? rating.label : `${rating.label} (${rating.points})`;
      return { blocks: textsOf(label, rating.description) };
    }),
  ]);
  const facts = rubric.points === null ? [] : [{ label: words.points, value: rubric.points }];
  return {
    title: rubric.title,
    subtitle: words.rubric,
    school_name: '',
    landscape: true,
    facts: [{ label: words.name, value: '____________________' }, ...facts],
    blocks: [
      {
        kind: 'table',
        columns: across + 1,
        widths: [1.4, ...Array(across).fill(1)],
        header: [words.criterion, ...Array(across).fill('')].map((text) => [{ text }]),
        rows,
      },
    ],
  };
}

function textsOf(label: string, text: string): PrintBlock[] {
  const head: PrintBlock = { kind: 'paragraph', runs: [{ text: label, bold: true }] };
  return text ? [head, paragraph(text)] : [head];
}

export async function assignmentSheet(context: Context, asked: AskedSheet): Promise<Sheet> {
  const words = sheetWords[asked.locale];
  const assignment = await getAssignment(context, asked.id);
  const course = await getCourse(context, assignment.course_id);
  const due = assignment.everyone?.due_at;
  const instructions = blocksOfRichText(assignment.instructions);
  return {
    ...headOf(course, asked, words, course.name),
    title: assignment.title,
    facts: [
      { label: words.name, value: '____________________' },
      { label: words.teachers, value: teachersOf(course) },
      { label: words.due, value: due ? words.instant(due, assignment.time_zone) : '' },
      {
        label: words.points,
        value: assignment.grading_type === 'ungraded' ? '' : plain(assignment.points_possible),
      },
    ],
    blocks: instructions.length > 0 ? [heading(1, words.instructions), ...instructions] : [],
  };
}

export async function moduleSheet(context: Context, asked: AskedSheet): Promise<Sheet> {
  const words = sheetWords[asked.locale];
  const course = await getCourse(context, await courseOfModule(context, asked.id));
  const outline = await listModules(context, course.id, {});
  const found = outline.data.find(({ id }) => id === asked.id);
  if (!found) throw new Problem('not_found');
  const day = (at: string | null) => (at ? words.day(at.slice(0, 10)) : '');
  return {
    ...headOf(course, asked, words, words.module),
    title: found.title,
    blocks: [
      {
        kind: 'table',
        columns: 3,
        widths: [5, 2, 1],
        header: [words.item, words.due, words.points].map((text) => [{ text }]),
        rows: found.items.map(({ title, kind, indent, due_at, points_possible }) => [
          {
            blocks: [
              {
                kind: 'paragraph',
                runs: [{ text: `${'   '.repeat(indent)}${title}`, bold: kind === 'header' }],
              },
            ],
          },
          cell(day(due_at)),
          cell(plain(points_possible ?? '')),
        ]),
      },
    ],
  };
}

/** School, class, teacher and section, as every sheet begins (UXP-99). */
function headOf(
  course: Course,
  asked: AskedSheet,
  words: SheetWords,
  subtitle: string,
  students?: number,
): Omit<Sheet, 'blocks'> {
  const section = course.sections.find(({ id }) => id === asked.section_id)?.name ?? '';
  return {
    title: course.name,
    subtitle,
    school_name: course.school_name,
    facts: [
      { label: words.course, value: [course.name, course.code].filter(Boolean).join(' · ') },
      { label: words.section, value: section },
      { label: words.teachers, value: teachersOf(course) },
      { label: words.students, value: students === undefined ? '' : String(students) },
    ],
  };
}

function teachersOf(course: Course): string {
  return course.teachers.map(({ name }) => name).join(', ');
}
