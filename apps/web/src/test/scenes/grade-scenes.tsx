import type { GradedWork, GradingFrame } from '@k12/contracts/teaching/grading';
import { useRef, useState, useSyncExternalStore } from 'react';
import { OverridePart } from '@/features/teaching/course-grades/override-part.tsx';
import { ImportDialog } from '@/features/teaching/gradebook/import-dialog.tsx';
import { SheetStore } from '@/features/teaching/gradebook/sheet-store.ts';
import { plainArrangement, plainView } from '@/features/teaching/gradebook/sheet-view.ts';
import { RubricPart } from '@/features/teaching/grading/rubric-part.tsx';
import { ScorePart } from '@/features/teaching/grading/score-part.tsx';
import { useGradingKeys } from '@/features/teaching/grading/use-grading-keys.ts';
import { useWorkSaves } from '@/features/teaching/grading/use-work-saves.ts';
import { ada, course, essay, idOf, sheetOf } from '../a-sheet.ts';

/** The import of grades over a sheet of one cell, with what the sheet knows said beside it. */
export function ImportScene() {
  const [store] = useState(() => new SheetStore(sheetOf('0:17~1~4')));
  const [isOpen, setOpen] = useState(true);
  useSyncExternalStore(store.subscribe, store.version, store.version);
  const key = { student_id: ada, assignment_id: essay };
  return (
    <main>
      <h1>Sheet</h1>
      <p>Score: {store.cell(key)?.score}</p>
      <p>News: {store.foreign.size}</p>
      <button type="button" disabled={!store.canUndo} onClick={() => store.undo('.')}>
        Undo
      </button>
      {isOpen && (
        <ImportDialog
          {...{ store, rows: store.book.rows, mark: '.', view: plainView, arrangement: plainArrangement }}
          {...{ layout: plainArrangement.layout, views: [] }}
          onView={() => {}}
          onLayout={() => {}}
          onViews={() => {}}
          onOpened={() => {}}
          onClose={() => setOpen(false)}
        />
      )}
    </main>
  );
}

const frame: GradingFrame = {
  assignment: {
    ...{ id: essay, course_id: course, course_name: 'Biology', title: 'Essay', points_possible: '20' },
    ...{ grading_type: 'points', is_anonymous: false, rubric_id: null, rubric_use: 'grades' },
    ...{ attempts_allowed: 1, time_zone: 'UTC' },
  },
  student_ids: [ada],
  counts: { all: 1, to_grade: 1, graded: 0, not_posted: 0, judged: null },
  can: { grade: true, comment: true, post: true, lift_anonymity: false },
};

const work: GradedWork = {
  assignment_id: essay,
  student: { student_id: ada, name: 'Ada Okafor', first_name: 'Ada', number: null },
  group: null,
  cell: {
    ...{ assignment_id: essay, student_id: ada, entry: null, entered_score: null, deduction: '0' },
    ...{ effective_score: null, state: 'none', status_override: null, late_minutes_override: null },
    ...{ is_posted: false, grade_version: 0, graded_by: null, graded_at: null },
  },
  ...{ has_new_work: true, submission_id: null, submission_state: 'submitted', due_at: null },
  ...{ submitted_at: null, late_seconds: 0, posts_at: null, posted_at: null, attempts: [], rubric: null },
  ...{ newer_rubric_id: null, assessment: null, self_assessment: null, comments: [], annotations: [] },
  held_by: null,
};

const ratings = ['Advanced', 'Beginning'].map((label, at) => ({
  ...{ id: idOf(`d${at}`), label, description: '', points: String(4 - at) },
}));
const rubric: GradedWork['rubric'] = {
  ...{ id: idOf('b1'), title: 'Reasoning', scope: 'course', owner_id: ada, course_id: course },
  ...{ has_points: true, state: 'published', rubric_key: idOf('b1'), version: 1, is_newest: true },
  ...{ used_at: null, points: '8', created_at: '2026-11-01T00:00:00Z', updated_at: '2026-11-01T00:00:00Z' },
  ...{ school_id: null, lock_version: 1, can: { update: true, archive: true, delete: true } },
  criteria: ['Understanding', 'Method'].map((title, at) => ({
    ...{ id: idOf(`e${at}`), title, description: '', points: '4', standard_id: null, ratings },
  })),
};

function GradingDesk({ given }: { given: GradedWork }) {
  const saves = useWorkSaves(given, ada);
  const score = useRef<HTMLInputElement>(null);
  const comment = useRef<HTMLTextAreaElement>(null);
  const place = useRef<HTMLDivElement>(null);
  const order = {
    ...{ ids: [ada], current: ada, at: 0, next: null, previous: null },
    ...{ open: () => {}, nextUngraded: async () => null },
  };
  useGradingKeys({
    ...{ work: given, frame, order, saves, score, comment, rubric: place },
    openPosting: () => {},
    openJump: () => {},
  });
  return (
    <main>
      <h1>Grading</h1>
      <ScorePart {...{ work: given, frame, saves, field: score, position: '1 of 1' }} />
      <RubricPart {...{ work: given, frame, saves, place }} />
    </main>
  );
}

/** The hand of the grading view, for work without a rubric. */
export const ScoreScene = () => <GradingDesk given={work} />;
/** The same with a rubric of 8 points for work of 20. */
export const RubricScene = () => <GradingDesk given={{ ...work, rubric }} />;

/** Where a teacher sets the grade of a course by hand. */
export function ByHandScene() {
  const [times, setTimes] = useState(0);
  return (
    <main>
      <h1>Total</h1>
      <p>Set: {times}</p>
      <OverridePart
        {...{ courseId: course, studentId: ada, periodId: null, mark: '.' }}
        onDone={() => setTimes(times + 1)}
      />
    </main>
  );
}
