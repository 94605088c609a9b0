import type { CourseUnits } from './plan-catalogue.ts';

/** Grade 11 is planned to the spring; what grade 12 does is still open. */
export const gradeElevenUnits: readonly CourseUnits[] = [
  {
    school: 'high',
    course: 'Physics',
    units: [
      {
        title: 'Motion you can predict',
        standards: ['PS.1'],
        overview: 'Carts, ramps and a phone on a string: from a graph of motion to the force behind it.',
        question: 'What has to be known today to say where a thing will be tomorrow?',
        objectives: ['Read speed and force from a graph of motion', 'Predict a motion, then measure it'],
        vocabulary: ['acceleration: how fast a speed changes', 'net force: what is left of all forces'],
        lessons: [
          'Walk this graph: motion sensors and bets',
          'Push, mass, change: carts with one thing changed',
          'The elevator: weight that seems to come and go',
        ],
      },
      {
        title: 'Collisions',
        standards: ['PS.2', 'PS.3', 'EN.1'],
        overview: 'What is kept when things hit each other, and what a bumper does about it.',
        question: 'Where does the motion go when a car stops?',
        objectives: ['Use momentum to predict a collision', 'Follow energy through a crash and a bounce'],
        vocabulary: ['momentum: mass in motion', 'elastic: with nothing lost to heat'],
        lessons: [
          'Carts that meet: before and after',
          'Sticky or bouncy: what is kept in each',
          'A bumper for an egg: build, drop, improve',
        ],
      },
      {
        title: 'Waves that carry',
        standards: ['PS.5'],
        overview: 'Springs, strings and light: how something travels when nothing moves along.',
        question: 'What moves when a wave moves?',
        objectives: ['Relate frequency, length and speed', 'Explain an instrument by its waves'],
        vocabulary: ['frequency: how often in a second', 'interference: waves on top of each other'],
        lessons: [
          'The long spring: pulses that meet',
          'Standing still: notes on a string',
          'How fast is sound?: two boards and a stopwatch',
        ],
      },
      {
        title: 'Fields and orbits',
        standards: ['PS.4', 'ES.1'],
        overview: 'Magnets, charges and moons: acting without touching.',
        question: 'How can something pull on what it does not touch?',
        objectives: ['Draw and use a field', 'Predict an orbit from the law of gravity'],
        vocabulary: ['field: a force waiting at each place', 'orbit: falling and missing'],
        lessons: [
          'Drawing what cannot be seen: iron filings',
          'Falling around: why the moon stays up',
          'Weighing a planet: the moons of Jupiter',
        ],
      },
    ],
  },
  {
    school: 'high',
    course: 'Algebra II',
    units: [
      {
        title: 'Polynomials and their zeros',
        standards: ['EE.1', 'NS.1'],
        overview: 'Boxes cut from a sheet of card: volume as a function, and where it is nothing.',
        question: 'What do the zeros of a function know about its shape?',
        objectives: ['Factor a polynomial and read its zeros', 'Say why some zeros are not on the line'],
        vocabulary: ['zero: an input that gives nothing', 'degree: the highest power'],
        lessons: [
          'The largest box: cut, fold, measure',
          'Dividing polynomials: long division again',
          'Zeros nobody can see: numbers off the line',
        ],
      },
      {
        title: 'Growth and its undoing',
        standards: ['FN.1', 'FN.2', 'EE.2'],
        overview: 'Savings, bacteria and earthquakes: exponents, and the logarithms that undo them.',
        question: 'How do we ask “how long until”?',
        objectives: ['Model growth and decay', 'Solve an equation with a logarithm and check the root'],
        vocabulary: ['logarithm: the exponent that is asked for', 'inverse: what undoes a function'],
        lessons: [
          'Doubling days: a rumour in the school',
          'Undoing: functions run backwards',
          'False roots: solutions on trial',
        ],
      },
      {
        title: 'What comes back',
        standards: ['FN.1', 'FN.3'],
        overview: 'Tides, daylight and a Ferris wheel: functions that repeat.',
        question: 'Which things in a year are a wave?',
        objectives: ['Model what repeats with sine and cosine', 'Read period and height from data'],
        vocabulary: ['period: the time of one round', 'amplitude: how far from the middle'],
        lessons: [
          'The big wheel: height over time',
          'Tide table: fitting a wave to data',
          'Daylight: our town through the year',
        ],
      },
      {
        title: 'Could it be chance?',
        standards: ['DA.1'],
        overview: 'Shuffled cards decide whether a result means anything.',
        question: 'When is a difference more than luck?',
        objectives: ['Run a simulation of chance', 'Decide and say how sure we are'],
        vocabulary: ['simulation: chance played many times', 'sample: those who were asked'],
        lessons: [
          'Sixty shuffles: is the new method better?',
          'What luck looks like: streaks of coins',
          'Our own question: asked, shuffled, answered',
        ],
      },
    ],
  },
  {
    school: 'high',
    course: 'American literature',
    units: [
      {
        title: 'Founding words',
        standards: ['RI.1', 'LA.1'],
        overview: 'Declarations, speeches and the letters of those they left out.',
        question: 'Who is “we”?',
        objectives: [
          'Test the reasoning of a founding document',
          'Hear what a choice of word lets in or keeps out',
        ],
        vocabulary: ['premise: what an argument starts from', 'petition: a request to those in power'],
        lessons: [
          'One sentence at a time: the Declaration, read slowly',
          'The answer of those left out: three letters',
          'Rewriting a preamble: whose words?',
        ],
      },
      {
        title: 'Harlem and the long road',
        standards: ['RL.1', 'RL.2', 'SL.1'],
        overview: 'Poems, songs and a play: moving north, and what was carried along.',
        question: 'What does a poem keep that a history book loses?',
        objectives: ['Follow two themes as they build on one another', 'Explain how irony turns a line'],
        vocabulary: ['irony: saying one thing so that another is heard', 'refrain: the line that returns'],
        lessons: [
          'Listening first: three songs and a map',
          'Two themes, one poem: dream and delay',
          'The play read aloud: roles and silences',
        ],
      },
      {
        title: 'The strongest objection',
        standards: ['WR.1'],
        overview: 'An essay on a question the town is arguing about, answered fairly.',
        question: 'Can we say the other side so well that they would sign it?',
        objectives: ['State an objection at its strongest', 'Answer it with evidence'],
        vocabulary: ['concede: to grant a point', 'rebuttal: an answer to an objection'],
        lessons: [
          'The other side first: writing what they would say',
          'Evidence that answers: sorting and citing',
          'Reading for the turn: peer review',
        ],
      },
    ],
  },
];
