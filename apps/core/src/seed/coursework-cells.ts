import type { Database } from '@k12/db';
import { deduct } from '@k12/grading/lateness';
import type { Insertable } from 'kysely';
import type { SeedCourse } from './courses.ts';
import { answers, type CategoryGiven, remarks } from './coursework-catalogue.ts';
import type { Seeding } from './people.ts';
import { demoId, Random } from './random.ts';

export interface SeedPiece {
  id: string;
  category_id: string;
  category: CategoryGiven;
  title: string;
  due_at: string;
  level: number;
}

export interface SeedLearner {
  student_id: string;
  section_id: string;
}

interface Made {
  work: Insertable<Database['student_work']>[];
  submissions: Insertable<Database['submissions']>[];
  attempts: Insertable<Database['submission_attempts']>[];
  changes: Insertable<Database['grade_changes']>[];
  comments: Insertable<Database['feedback_comments']>[];
}

interface Given {
  pieces: readonly SeedPiece[];
  learners: readonly SeedLearner[];
  is_manual: boolean;
  ada_id: string | undefined;
}

type Fate = 'on_time' | 'late' | 'missing' | 'excused' | 'incomplete';

const dayMs = 86_400_000;
/** Teachers need some days; what was handed in since waits to be graded. */
const gradedAfterDays = 4;

/** Every cell of a course: most on time, some late, missing, excused, and the latest waiting for its grade. */
export function workOf(
  seeding: Seeding,
  course: SeedCourse,
  { pieces, learners, is_manual, ada_id }: Given,
): Made {
  const made: Made = { work: [], submissions: [], attempts: [], changes: [], comments: [] };
  for (const learner of learners) {
    const person = new Random(`${course.id}/${learner.student_id}`);
    const isAda = learner.student_id === ada_id;
    // Two dice: most are in the middle.
    const dice = (person.next() + person.next() - 1) * 0.22;
    const ability = isAda ? abilityOfAda : dice;
    const care = person.next();
    for (const [at, piece] of pieces.entries()) {
      const random = new Random(`${piece.id}/${learner.student_id}`);
      const fate = isAda ? fateOfAda(course, pieces, at, seeding.now) : fateOf(random, care);
      const remark = isAda && at % 3 === 0 ? random.pick(remarks) : null;
      addCell(made, seeding, { course, learner, piece, fate, random, ability, is_manual, remark });
    }
  }
  return made;
}

/** A good student with a few things open: everybody who looks in sees her. */
const abilityOfAda = 0.05;
const forgets: readonly string[] = ['World history', 'English 9'];

/** Late now and then; in two courses the last piece is still missing, and one stayed so long that it became a zero. */
function fateOfAda({ given }: SeedCourse, pieces: readonly SeedPiece[], at: number, now: Date): Fate {
  if (at % 9 === 4) return 'late';
  if (!forgets.includes(given.name)) return 'on_time';
  const isPast = ({ due_at, category }: SeedPiece) =>
    Date.parse(due_at) < now.getTime() && category.kind === 'homework';
  const last = pieces.findLastIndex(isPast);
  return at === last || (given.name === forgets[0] && at === 7) ? 'missing' : 'on_time';
}

function fateOf(random: Random, care: number): Fate {
  const draw = random.next();
  if (draw < 0.012) return 'excused';
  if (draw < 0.016) return 'incomplete';
  if (draw < 0.016 + 0.06 * (1 - care)) return 'missing';
  return draw < 0.09 + 0.06 * (1 - care) ? 'late' : 'on_time';
}

interface CellGiven {
  course: SeedCourse;
  learner: SeedLearner;
  piece: SeedPiece;
  fate: Fate;
  random: Random;
  ability: number;
  is_manual: boolean;
  /** What the teacher says about it, once it is graded. */
  remark: string | null;
}

function addCell(made: Made, { tenant_id, now }: Seeding, given: CellGiven): void {
  const { course, learner, piece, fate, random, ability, is_manual } = given;
  const due = Date.parse(piece.due_at);
  const daysLate = fate === 'late' ? random.between(1, 3) : 0;
  const earlier = random.between(1, 40) * 3_600_000;
  const handedIn =
    due - earlier + daysLate * dayMs + (daysLate > 0 ? earlier : 0) - (daysLate > 0 ? 3_600_000 : 0);
  const takesWork = !piece.category.submission_types.includes('paper');
  const isDone = fate !== 'missing' && fate !== 'excused' && handedIn < now.getTime();
  const submitted_at = takesWork && isDone ? new Date(handedIn).toISOString() : null;
  const graded = due + gradedAfterDays * dayMs + random.between(0, 20) * 3_600_000;
  const isGraded = graded < now.getTime() && due < now.getTime();
  const base = { tenant_id, assignment_id: piece.id, student_id: learner.student_id, course_id: course.id };
  const late_seconds = submitted_at ? Math.max(0, Math.floor((handedIn - due) / 1000)) : 0;
  const grade = isGraded ? gradeOf(given, { ability, late_seconds, graded, daysLate, takesWork }) : null;
  const isHidden = is_manual && now.getTime() - graded < 10 * dayMs;
  const submission_id = submitted_at ? demoId(`submissions/${piece.id}/${learner.student_id}`) : null;
  if (submitted_at && submission_id)
    addSubmission(made, { ...given, submission_id, submitted_at, tenant_id });
  const graded_by = course.sections.find(({ id }) => id === learner.section_id)?.teacher_id ?? null;
  made.work.push({
    ...base,
    section_id: learner.section_id,
    due_at: piece.due_at,
    submission_id,
    submission_state: submitted_at ? 'submitted' : 'not_started',
    submitted_at,
    attempts_count: submitted_at ? 1 : 0,
    late_seconds,
    has_new_work: submitted_at !== null && grade === null,
    ...(grade ?? {}),
    ...(grade ? { graded_by, posted_at: isHidden ? null : grade.graded_at, grade_version: 1 } : {}),
    changed_at: grade?.graded_at ?? submitted_at ?? new Date(Math.min(due, now.getTime())).toISOString(),
  });
  if (grade && graded_by && given.remark && !isHidden)
    addRemark(made, { ...base, author_id: graded_by, body: given.remark, at: grade.graded_at });
  if (grade && now.getTime() - graded < 21 * dayMs) {
    const { entry, entered_score: score, grade_state: state, deduction, effective_score } = grade;
    made.changes.push({
      tenant_id,
      id: demoId(`changes/${piece.id}/${learner.student_id}`),
      course_id: course.id,
      subject: 'cell',
      assignment_id: piece.id,
      student_id: learner.student_id,
      before: JSON.stringify({ entry: null, score: null, state: 'none', grade_version: 0 }),
      after: JSON.stringify({ entry, score, state, deduction, effective_score, grade_version: 1 }),
      source: grade.grade_source,
      changed_by: graded_by,
      changed_at: grade.graded_at,
    });
  }
}

interface RemarkGiven {
  tenant_id: string;
  course_id: string;
  assignment_id: string;
  student_id: string;
  author_id: string;
  body: string;
  at: string;
}

function addRemark(made: Made, { at, ...given }: RemarkGiven): void {
  made.comments.push({
    ...given,
    id: demoId(`remarks/${given.assignment_id}/${given.student_id}`),
    state: 'posted',
    posted_at: at,
    is_posted_with_grade: true,
    created_at: at,
    updated_at: at,
  });
}

interface GradeGiven {
  ability: number;
  late_seconds: number;
  graded: number;
  daysLate: number;
  takesWork: boolean;
}

function gradeOf(
  { piece, fate, random }: CellGiven,
  { ability, late_seconds, graded, daysLate, takesWork }: GradeGiven,
) {
  const graded_at = new Date(graded).toISOString();
  const { points } = piece.category;
  const none = { entered_score: null, effective_score: null, deduction: '0', status_override: null };
  const typed = { grade_source: 'typed' as const, graded_at };
  if (fate === 'excused') return { ...none, ...typed, entry: 'EX', grade_state: 'excused' as const };
  if (fate === 'incomplete') return { ...none, ...typed, entry: 'INC', grade_state: 'incomplete' as const };
  if (fate === 'missing') {
    const zero = { entry: '0', entered_score: '0', effective_score: '0', deduction: '0', graded_at };
    const status_override = takesWork ? null : ('missing' as const);
    const grade_source = takesWork ? ('policy' as const) : ('typed' as const);
    return { ...zero, grade_state: 'graded' as const, grade_source, status_override };
  }
  const share = Math.min(1, Math.max(0.3, piece.level + ability + (random.next() - 0.5) * 0.16));
  const half = Number(points) <= 20 && random.chance(0.2) ? 2 : 1;
  const entered = String(Math.round(share * Number(points) * half) / half);
  const rate = { intervals: daysLate, rate: '5', floor: '50', past_stop: false };
  const kept = deduct(entered, points, late_seconds > 3_600 ? rate : null);
  return {
    ...typed,
    entry: entered,
    entered_score: entered,
    effective_score: kept.score,
    deduction: kept.deduction,
    grade_state: 'graded' as const,
    status_override: null,
  };
}

function addSubmission(
  made: Made,
  given: CellGiven & { submission_id: string; submitted_at: string; tenant_id: string },
): void {
  const { course, learner, piece, random, submission_id, submitted_at, tenant_id } = given;
  const text = random.pick(answers);
  made.submissions.push({
    tenant_id,
    id: submission_id,
    course_id: course.id,
    assignment_id: piece.id,
    student_id: learner.student_id,
    attempts_count: 1,
    created_at: submitted_at,
    updated_at: submitted_at,
  });
  const doc = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] };
  made.attempts.push({
    tenant_id,
    id: demoId(`attempts/${submission_id}/1`),
    submission_id,
    number: 1,
    official_at: submitted_at,
    received_at: submitted_at,
    body: JSON.stringify(doc),
    submitted_by: learner.student_id,
    receipt_code: demoId(`receipts/${submission_id}`).replaceAll('-', '').slice(0, 12).toUpperCase(),
    word_count: text.split(' ').length,
  });
}
