export interface TemplateGiven {
  title: string;
  description: string;
  pack_key: string;
  level: 'school' | 'district';
  subjects: string[];
  grades: string[];
  weeks: number;
  days_old: number;
  /** Sections of rich text, and sections that are lists. */
  texts: Record<string, string>;
  lists: Record<string, string[]>;
  /** Sections of rows with fields of plain text. */
  groups?: Record<string, Record<string, string>[]>;
}

export const templateCatalogue: readonly TemplateGiven[] = [
  {
    title: 'Investigation from a puzzling event',
    description: 'A science unit that begins with something students cannot explain yet.',
    pack_key: 'five_e',
    level: 'district',
    subjects: ['Science'],
    grades: ['6', '7', '8'],
    weeks: 4,
    days_old: 48,
    texts: {
      phenomenon:
        'Show the event twice in {{course}} without a word. What did they notice, and what did they expect?',
      engage: 'Everybody draws what they think happens where they cannot see. Keep the drawings.',
      explore:
        'Three stations that change one thing each. Groups plan a fair test before they touch anything.',
      explain: 'Pairs explain their results; then name the idea and go back to the first drawings.',
      elaborate: 'The same idea in a place nobody has looked yet: kitchen, weather, sport.',
      evaluate: 'Explain the event to a family member in writing, with one labelled drawing.',
    },
    lists: {
      objectives: [
        'Plan a fair test and say which variable is changed',
        'Use evidence from at least two investigations in one explanation',
        'Revise a first model in the light of results',
      ],
    },
  },
  {
    title: 'Novel study with one big question',
    description: 'A book read slowly, held together by a question that has no single answer.',
    pack_key: 'backward_design',
    level: 'school',
    subjects: ['English'],
    grades: ['7', '8'],
    weeks: 6,
    days_old: 31,
    texts: {
      transfer: 'Read a demanding text alone and take a position on it that others can test.',
      self_assessment: 'Students set a paragraph of their own beside a strong one and name one difference.',
      starting_point: 'A page of free writing on the question before the book is opened.',
      learning_plan:
        'Open with the question, read in four parts, write after each, and return to the question.',
    },
    lists: {
      understandings: [
        'People in stories, as in life, can be right about one thing and wrong about another',
        'What a narrator leaves out shapes what readers believe',
      ],
      essential_questions: ['When is it right to break a promise?', 'Who gets to tell the story?'],
      knowledge: ['Point of view, unreliable narrator', 'How dialogue carries what is not said'],
      skills: [
        'Quote briefly and explain why these words',
        'Disagree with a reading by pointing to the text',
      ],
      other_evidence: ['Reading journal, twice a week', 'Two seminar discussions'],
    },
    groups: {
      performance_tasks: [
        {
          title: 'A letter to the author that defends one decision in the book',
          criteria: 'Position, use of the text, answer to an objection',
        },
      ],
    },
  },
  {
    title: 'Problem-first mathematics unit',
    description: 'Starts with a problem worth three lessons and ends with one students made themselves.',
    pack_key: 'plain',
    level: 'school',
    subjects: ['Mathematics'],
    grades: ['6', '7', '8'],
    weeks: 3,
    days_old: 12,
    texts: {
      overview: 'The opening problem can be begun by everybody and finished by nobody in one lesson.',
      support: 'A smaller case for a way in; “what if not?” for those who are ready to go on.',
    },
    lists: {
      objectives: [
        'Represent the situation in two ways and connect them',
        'Explain why a method works, not only that it does',
        'Make up a problem that the method solves, and one that it does not',
      ],
    },
  },
  {
    title: 'Writers’ workshop: true stories',
    description: 'Six weeks from notebook to a reading for families.',
    pack_key: 'workshop',
    level: 'district',
    subjects: ['English'],
    grades: ['3', '4', '5'],
    weeks: 6,
    days_old: 75,
    texts: {
      purpose:
        'Everybody finishes one true story, two pages at least, and reads it aloud to somebody they know.',
      routines: 'Notebooks on the left shelf. Stuck? Reread aloud, draw the moment, then ask a partner.',
      celebration: 'A reading in the last week; families are invited on the first day.',
    },
    lists: {
      teaching_points: [
        'When you do not know what to write about, list small moments with strong feelings',
        'When a moment matters, slow it down: what did you see, hear and think?',
        'When readers are lost, tell them where you are and who is there',
      ],
    },
  },
];
