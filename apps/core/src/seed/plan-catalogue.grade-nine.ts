import type { CourseUnits } from './plan-catalogue.ts';

/** What the other classes of grade 9 plan, so that a year is read across its subjects. */
export const gradeNineUnits: readonly CourseUnits[] = [
  {
    school: 'high',
    course: 'Algebra I',
    units: [
      {
        title: 'Expressions',
        standards: ['EE.1', 'FN.3'],
        overview: 'Letters stand for numbers we do not know yet: patterns of tiles, phone plans and areas.',
        question: 'When do two different rules say the same thing?',
        objectives: [
          'Write a rule for a pattern',
          'Show that two expressions are equal, or find where they differ',
        ],
        vocabulary: ['term: a part of a sum', 'coefficient: the number in front of a letter'],
        lessons: [
          'Growing patterns: tiles, and the rule behind them',
          'Same or not?: pairs of rules on trial',
          'Areas two ways: the distributive law drawn',
        ],
      },
      {
        title: 'Linear equations',
        standards: ['EE.3', 'DA.1'],
        overview: 'From balances to break-even points: equations as questions with an answer to be checked.',
        question: 'How do we know that we have found every answer?',
        objectives: [
          'Solve linear equations and justify each step',
          'Model a situation and judge the answer in it',
        ],
        vocabulary: ['solution: what makes it true', 'equivalent: with the same solutions'],
        lessons: [
          'Balances: what may be done to both sides',
          'Two offers: when is which cheaper?',
          'No answer, every answer: equations that surprise',
        ],
      },
      {
        title: 'Systems',
        standards: ['EE.4', 'FN.1', 'FN.2'],
        overview: 'Two conditions at once: tickets, mixtures and meeting points.',
        question: 'What do two facts together tell that neither tells alone?',
        objectives: ['Solve a system by graph and by calculation', 'Choose a method and say why'],
        vocabulary: ['intersection: where both are true', 'constraint: what must be kept to'],
        lessons: [
          'Where they meet: two walks on one graph',
          'Tickets and seats: substitution',
          'Adding equations: why it may be done',
        ],
      },
      {
        title: 'Functions',
        standards: ['FN.1', 'FN.2', 'FN.4'],
        overview: 'One input, one output: reading, telling and making graphs.',
        question: 'What can a graph tell that a table hides?',
        objectives: ['Read a graph as a story', 'Tell linear from other growth'],
        vocabulary: ['domain: what may go in', 'rate of change: how steep'],
        lessons: [
          'Stories from graphs: the bath, the bus, the balloon',
          'Rules as machines: what goes in, what comes out',
          'Straight or bent?: growth compared',
        ],
      },
    ],
  },
  {
    school: 'high',
    course: 'English 9',
    units: [
      {
        title: 'Memoir',
        standards: ['RL.1', 'LA.1'],
        overview: 'True moments, told slowly. Students read four voices and write one of their own.',
        question: 'Who decides how a life is told?',
        objectives: ['Slow a moment down with detail', 'Tell what a narrator leaves out'],
        vocabulary: ['voice: how somebody sounds on paper', 'scene: a moment shown, not summed up'],
        lessons: [
          'Four first pages: which one would you go on reading?',
          'Small moments: a list, then one of them',
          'Reading aloud: what the ear notices',
        ],
      },
      {
        title: 'Argument',
        standards: ['RI.1', 'RI.2', 'WR.1'],
        overview: 'From a claim to a case: later school start, phones in class, a skate park by the river.',
        question: 'What would change your mind?',
        objectives: ['Build a claim on evidence', 'Answer the strongest objection'],
        vocabulary: ['claim: what you want believed', 'concede: to grant a point'],
        lessons: [
          'Claims that can be argued: sorting twenty sentences',
          'Whose evidence?: sources on one question',
          'The other side, made strong: writing for the opponent',
        ],
      },
      {
        title: 'The novel',
        standards: ['RL.1', 'RL.2', 'SL.1'],
        overview: 'One long book, read together in four parts with a question that stays open.',
        question: 'When is it right to break a promise?',
        objectives: ['Follow a theme through a long text', 'Quote briefly and explain why'],
        vocabulary: ['theme: what a story keeps asking', 'foil: a character who shows another'],
        lessons: [
          'The question before the book: free writing',
          'Two people, one choice: a chapter on trial',
          'What the ending does: three readings',
        ],
      },
      {
        title: 'Poetry and voice',
        standards: ['RL.3', 'LA.1'],
        overview: 'Short texts, read often and aloud, and one notebook of attempts.',
        question: 'What can be said in a line that cannot be said in a page?',
        objectives: ['Hear how a line works', 'Revise for sound'],
        vocabulary: ['line break: where a line ends', 'image: what makes us see'],
        lessons: [
          'A poem a day: reading without explaining',
          'Line by line: breaking prose',
          'An evening of voices: choosing, practising, reading',
        ],
      },
    ],
  },
  {
    school: 'high',
    course: 'World history',
    units: [
      {
        title: 'Silk roads',
        overview: 'Paper, plague and porcelain: what moved between east and west, and who carried it.',
        question: 'What travels with things?',
        objectives: ['Trace an exchange on a map of its time', 'Weigh a traveller’s report'],
        vocabulary: ['caravan: people travelling together', 'diffusion: how ideas spread'],
        lessons: [
          'One bowl, five owners: a journey reconstructed',
          'Marco who?: a source under questions',
          'What the road brought: gains and losses',
        ],
      },
      {
        title: 'Empires',
        overview: 'How a few ruled many: taxes, roads, languages and force, in three places.',
        question: 'Why do people obey?',
        objectives: ['Compare how three empires held together', 'Explain a fall with more than one cause'],
        vocabulary: ['tribute: what the ruled pay', 'legitimacy: why rule is accepted'],
        lessons: [
          'Three capitals: what their streets say',
          'Roads and records: ruling at a distance',
          'Why did it fall?: causes on cards',
        ],
      },
      {
        title: 'Revolutions',
        overview: 'Bread, rights and printing presses: three revolutions, and who was left out of each.',
        question: 'When does a protest become a revolution?',
        objectives: ['Tell long causes from sparks', 'Judge a revolution by what it promised'],
        vocabulary: ['estate: a rank in society', 'constitution: rules for those who rule'],
        lessons: [
          'The price of bread: a household’s week',
          'Declarations: who is “all”?',
          'After the barricades: promises checked',
        ],
      },
      {
        title: 'A century of war',
        overview: 'Two wars that reached everybody, read through letters, posters and numbers.',
        question: 'How does a war enter a home?',
        objectives: ['Read propaganda against its purpose', 'Connect decisions far away with a life nearby'],
        vocabulary: ['front: where armies meet', 'propaganda: words made to move'],
        lessons: [
          'Letters home: what could not be written',
          'Posters: who is looking at you?',
          'Our street in 1944: local sources',
        ],
      },
    ],
  },
];
