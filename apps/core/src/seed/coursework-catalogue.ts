/** What a demo course gives, category by category; titles are taken in order, week after week. */
export interface CategoryGiven {
  name: string;
  weight: string;
  drop_lowest: number;
  color: string;
  kind: 'homework' | 'lab' | 'assessment' | 'project' | 'essay' | 'classwork';
  points: string;
  /** A piece every so many weeks. */
  every: number;
  /** Week of the first piece. */
  from: number;
  submission_types: string[];
  titles: readonly string[];
}

const homework = (titles: readonly string[]): CategoryGiven => ({
  name: 'Homework',
  weight: '20',
  drop_lowest: 1,
  color: 'amber',
  kind: 'homework',
  points: '10',
  every: 1,
  from: 0,
  submission_types: ['text', 'file'],
  titles,
});

const tests = (titles: readonly string[]): CategoryGiven => ({
  name: 'Tests',
  weight: '40',
  drop_lowest: 0,
  color: 'violet',
  kind: 'assessment',
  points: '100',
  every: 5,
  from: 4,
  submission_types: ['paper'],
  titles,
});

const practical = (name: string, kind: CategoryGiven['kind'], points: string, titles: readonly string[]) => ({
  name,
  weight: '40',
  drop_lowest: 0,
  color: 'teal',
  kind,
  points,
  every: 2,
  from: 1,
  submission_types: kind === 'lab' || kind === 'essay' ? ['text', 'file'] : ['paper'],
  titles,
});

/** By the name of a course, else by its subject; a course of another subject takes the last. */
export const workCatalogue: Readonly<Record<string, readonly CategoryGiven[]>> = {
  Science: [
    practical('Practical work', 'lab', '20', [
      'Microscope lab',
      'Cell model',
      'Leaf lab',
      'Enzyme lab',
      'Reaction report',
      'Pulse lab',
      'Water testing',
      'Seed growth log',
    ]),
    homework([
      'Safety and measuring',
      'Parts of the cell',
      'Diffusion questions',
      'Osmosis in potatoes',
      'Leaf structure',
      'Where a tree gets its mass',
      'Respiration table',
      'Energy in food',
      'Enzyme graph',
      'Transport in plants',
      'Blood and lungs',
      'Heart rate',
      'Review of the unit',
      'Food webs',
      'Carbon cycle',
    ]),
    tests(['Cells test', 'Energy test', 'Transport test', 'Ecosystems test']),
  ],
  'Science Lab': [
    practical('Practical work', 'lab', '20', [
      'Making a thermometer',
      'Salt water at work',
      'Paper bridges',
      'A battery from lemons',
      'The pitch of a string',
      'Cooling curves',
      'Filters for the creek',
      'A question of my own',
    ]),
    homework([
      'Notebook set up',
      'Bridge sketch',
      'Bridge results',
      'Circuit drawing',
      'Battery table',
      'String and pitch graph',
      'Error bars',
      'Cooling prediction',
      'Cooling curve read',
      'Filter plan',
      'Filter results',
      'Own question, first words',
      'Own question, method',
      'Own question, data',
      'Own question, claim',
    ]),
    tests(['Measuring test', 'Bench test', 'Own question, defended']),
  ],
  Chemistry: [
    practical('Practical work', 'lab', '20', [
      'Density lab',
      'Separating mixtures',
      'Flame tests',
      'Conductivity lab',
      'Acid and base titration',
      'Rates of reaction lab',
      'Heat of neutralisation',
      'Paper chromatography',
    ]),
    homework([
      'Significant figures',
      'States of matter',
      'Atoms and isotopes',
      'Electron arrangements',
      'Periodic trends',
      'Ionic formulas',
      'Covalent bonds',
      'Naming compounds',
      'Balancing equations',
      'Moles and mass',
      'Limiting reactants',
      'Gas laws',
      'Solutions and concentration',
      'pH scale',
      'Review for the final',
    ]),
    tests(['Atoms test', 'Bonding test', 'Reactions test', 'Stoichiometry test']),
  ],
  Mathematics: [
    practical('Quizzes', 'classwork', '12', [
      'Integers quiz',
      'Expressions quiz',
      'Equations quiz',
      'Graphs quiz',
      'Slope quiz',
      'Systems quiz',
      'Inequalities quiz',
    ]),
    homework([
      'Order of operations',
      'Like terms',
      'One-step equations',
      'Two-step equations',
      'Equations with brackets',
      'Word problems',
      'Coordinates',
      'Tables and graphs',
      'Slope from two points',
      'Slope-intercept form',
      'Parallel lines',
      'Systems by graphing',
      'Systems by substitution',
      'Inequalities',
      'Mixed review',
    ]),
    tests(['Equations test', 'Linear functions test', 'Systems test']),
  ],
  English: [
    practical('Writing', 'essay', '50', [
      'Personal narrative',
      'Character sketch',
      'Paragraph of evidence',
      'Literary analysis',
      'Argument essay',
      'Poetry response',
      'Book review',
    ]),
    homework([
      'Reading journal 1',
      'Vocabulary 1',
      'Reading journal 2',
      'Vocabulary 2',
      'Annotate chapter 4',
      'Reading journal 3',
      'Vocabulary 3',
      'Theme chart',
      'Reading journal 4',
      'Quotation search',
      'Vocabulary 4',
      'Peer review notes',
      'Reading journal 5',
      'Vocabulary 5',
      'Reading journal 6',
    ]),
    tests(['Short stories test', 'Novel test', 'Poetry test']),
  ],
  other: [
    practical('Projects', 'project', '30', [
      'Map of the region',
      'Timeline',
      'Source study',
      'Poster',
      'Group presentation',
      'Interview',
      'Portfolio page',
    ]),
    homework([
      'Notes 1',
      'Key terms 1',
      'Notes 2',
      'Source questions 1',
      'Key terms 2',
      'Notes 3',
      'Source questions 2',
      'Key terms 3',
      'Notes 4',
      'Reflection 1',
      'Source questions 3',
      'Notes 5',
      'Reflection 2',
      'Key terms 4',
      'Notes 6',
    ]),
    tests(['Unit 1 test', 'Unit 2 test', 'Unit 3 test']),
  ],
};

/** What students wrote, plainly. */
export const answers: readonly string[] = [
  'I measured it three times and took the mean, because one reading was far from the others.',
  'My first idea was wrong. After the class discussion I changed the second part and added a diagram.',
  'The graph goes up quickly at first and then levels off, so the reaction must be running out of something.',
  'I agree with the first source, but the second one leaves out what happened before.',
  'The answer is in my notebook too. I was not sure about number four, so I showed both ways.',
  'In short: it changes because the conditions change, and the table shows by how much.',
];

/** What teachers say about work, plainly. */
export const remarks: readonly string[] = [
  'Your table is clear. Say next time why the third reading differs.',
  'A good argument. The second paragraph still needs its source.',
  'The steps are right and easy to follow. Check the units in the last line.',
  'Much better than last time. Keep showing both ways.',
  'The idea is right. Put the conclusion into one sentence.',
  'Careful work. I would like to hear more about what surprised you.',
];
