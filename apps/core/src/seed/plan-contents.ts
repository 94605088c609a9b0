import type { UnitGiven } from './plan-catalogue.ts';
import { demoId } from './random.ts';

/** Text as the editor keeps it: one paragraph for each of these. */
function richText(...paragraphs: string[]) {
  return {
    type: 'doc',
    content: paragraphs.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
  };
}

function halves(pair: string): [string, string] {
  const at = pair.indexOf(': ');
  return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 2)];
}

export interface LessonGiven {
  title: string;
  what: string;
}

export function lessonsOf(unit: UnitGiven): LessonGiven[] {
  const given = unit.lessons.map((lesson) => {
    const [title, what] = halves(lesson);
    return { title, what: what || unit.overview };
  });
  return given.flatMap((lesson, at) => [lesson, followUp(lesson, at)]);
}

/** What comes after something new: practice, talk, or a look back at the work. */
const followUps = [
  [
    'Putting it to work',
    'Practice in three steps; everybody begins with the first and stops where it gets hard.',
  ],
  ['Comparing notes', 'Notebooks are exchanged, one question is written into each, and answered.'],
  ['A second look', 'Two pieces of work from yesterday, side by side: what makes the stronger one stronger?'],
] as const;

function followUp({ title }: LessonGiven, at: number): LessonGiven {
  const [name, what] = followUps[at % followUps.length] ?? followUps[0];
  return { title: `${name}: ${title.charAt(0).toLowerCase()}${title.slice(1)}`, what };
}

/** What the plain pack asks of a unit. */
export function unitContent(path: string, unit: UnitGiven, objectives = unit.objectives) {
  return {
    overview: richText(unit.overview, unit.question),
    objectives: objectives.map((text, at) => ({ id: demoId(`${path}/objectives/${at}`), text })),
    assessment: [
      {
        id: demoId(`${path}/assessment/0`),
        title: halves(unit.lessons.at(-1) ?? unit.title)[0],
        shows: unit.objectives.at(-1) ?? '',
      },
      {
        id: demoId(`${path}/assessment/1`),
        title: 'Exit ticket, twice a week',
        shows: unit.objectives[0] ?? '',
      },
    ],
    vocabulary: unit.vocabulary.map((pair, at) => {
      const [word, meaning] = halves(pair);
      return { id: demoId(`${path}/vocabulary/${at}`), word, meaning };
    }),
    support: richText(
      'Sentence starters and a word wall for everybody who wants them; a second task without steps for those who finish early.',
    ),
  };
}

/** What the plain pack asks of a lesson; the minutes of its activities fill the period. */
export function lessonContent(
  path: string,
  unit: UnitGiven,
  lesson: LessonGiven,
  at: number,
  minutes: number,
) {
  const [start, end] = [5 + (at % 3) * 2, 8];
  const middle = minutes - start - end;
  const first = Math.round(middle * 0.6);
  const steps: [string, number, string][] = [
    ['A question to begin with', start, unit.question],
    [lesson.title, first, lesson.what],
    [
      'Talk and compare',
      middle - first,
      'Pairs, then two pairs together: what did others see that we did not?',
    ],
    ['Look back', end, 'One sentence each, on the way out.'],
  ];
  return {
    objectives: [
      {
        id: demoId(`${path}/objectives/0`),
        text: unit.objectives[at % unit.objectives.length] ?? lesson.what,
      },
    ],
    activities: steps.map(([title, taken, detail], step) => ({
      id: demoId(`${path}/activities/${step}`),
      title,
      minutes: taken,
      detail: richText(detail),
    })),
    check: `What would you tell somebody who missed ${lesson.title.toLowerCase()}?`,
  };
}
