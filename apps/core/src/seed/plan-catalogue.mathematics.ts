import type { CourseUnits } from './plan-catalogue.ts';

export const mathematicsUnits: readonly CourseUnits[] = [
  {
    school: 'middle',
    course: 'Mathematics 6',
    units: [
      {
        title: 'Ratios in the kitchen',
        overview:
          'Recipes for four become recipes for nine. Tables, double number lines and the first rates.',
        question: 'When do two mixtures taste the same?',
        objectives: [
          'Describe a situation with a ratio and make equivalent ones',
          'Compare rates by finding the amount for one',
          'Solve percent problems with a double number line',
        ],
        vocabulary: ['ratio: how much of this for each of that', 'unit rate: how much for one'],
        lessons: [
          'Purple paint: more red or more blue?',
          'Same taste: equivalent ratios with lemonade',
          'Tables that grow: patterns in ratio tables',
          'Best buy: unit rates in a flyer',
          'Percent as a rate for a hundred: sales and tips',
          'Dinner for nine: a recipe, a list and a bill',
        ],
        tags: ['financial literacy'],
      },
      {
        title: 'Dividing by fractions',
        overview: 'How many two-thirds are in four? Pictures first, rules when they are asked for.',
        question: 'Why does dividing sometimes make more?',
        objectives: [
          'Explain division of fractions with a diagram',
          'Divide fractions and check by multiplying',
          'Write a story for a division',
        ],
        vocabulary: ['quotient: what a division gives', 'reciprocal: one divided by a number'],
        lessons: [
          'Ribbons: how many pieces?',
          'Sharing unfairly: fractions of fractions',
          'Why we may flip: finding the rule',
          'Stories we wrote: swap and solve',
        ],
      },
      {
        title: 'Below zero',
        overview: 'Debts, depths and thermometers: numbers on the other side.',
        question: 'What is less than nothing?',
        objectives: [
          'Order rational numbers and explain absolute value',
          'Plot points in all four quadrants',
          'Find distances on a grid',
        ],
        vocabulary: ['absolute value: distance from zero', 'quadrant: a quarter of the plane'],
        lessons: [
          'Elevators: above and below',
          'Opposites: mirrors on the line',
          'Four quarters: a treasure map',
          'How far apart?: distances without counting',
        ],
      },
      {
        title: 'Letters for numbers',
        overview: 'Growing patterns become expressions, and expressions become equations worth solving.',
        question: 'What can a letter say that a number cannot?',
        objectives: [
          'Write expressions for patterns and situations',
          'Decide when two expressions are equivalent',
          'Solve one-step equations and say what the answer means',
        ],
        vocabulary: ['expression: numbers, letters and operations', 'equivalent: always the same value'],
        lessons: [
          'Growing tables: patterns of seats',
          'The same in two ways: equivalence',
          'Balancing: equations with a scale',
          'More than: inequalities on a line',
          'Phone plans: choosing with equations',
        ],
      },
      {
        title: 'Area and packages',
        overview: 'Cut, slide and fold until every area is a rectangle and every box is flat.',
        question: 'How much does it take to cover and to fill?',
        objectives: [
          'Find areas by cutting and rearranging',
          'Use nets to find surface area',
          'Find volumes with fractional edges',
        ],
        vocabulary: ['net: a flat pattern that folds to a solid', 'base: the side a height stands on'],
        lessons: [
          'Cut and slide: parallelograms',
          'Half of something: triangles',
          'Flat boxes: nets',
          'Packing: volume with halves',
          'A package for less: design task',
        ],
      },
      {
        title: 'Questions with data',
        overview: 'Our own survey from question to claim: centre, spread and shape.',
        question: 'What is typical for sixth graders here?',
        objectives: [
          'Ask a question that data can answer',
          'Describe centre, spread and shape',
          'Choose a display and defend it',
        ],
        vocabulary: ['median: the middle one', 'distribution: how values are spread'],
        lessons: [
          'Which question is statistical?',
          'Mean as fair share: cubes',
          'Box plots from sleep',
          'Our claim: gallery walk',
        ],
      },
    ],
  },
  {
    school: 'middle',
    course: 'Mathematics 7',
    units: [
      {
        title: 'Scale drawings',
        overview: 'Floor plans, maps and a classroom redesigned at one to fifty.',
        question: 'What stays the same when everything shrinks?',
        objectives: [
          'Make and read scale drawings',
          'Relate areas to the square of the scale',
          'Change from one scale to another',
        ],
        vocabulary: ['scale factor: what lengths are multiplied by'],
        lessons: [
          'Is it the same shape?',
          'Maps of our town',
          'Areas surprise us',
          'Our classroom, redesigned',
        ],
      },
      {
        title: 'Proportional relationships',
        overview: 'When a graph is a line through the origin, and what its steepness says.',
        question: 'How do we know that two things grow together?',
        objectives: [
          'Decide whether a relationship is proportional',
          'Find and interpret the constant of proportionality',
          'Solve percent increase and decrease',
        ],
        vocabulary: ['constant of proportionality: the unit rate of the relationship'],
        lessons: [
          'Fair trades: tables',
          'Through the origin: graphs',
          'What k tells: equations',
          'Up by ten, down by ten: percent change',
          'Interest: money over time',
        ],
        tags: ['financial literacy'],
      },
      {
        title: 'Signed numbers at work',
        overview: 'Adding, subtracting, multiplying below zero, each with a reason.',
        question: 'Why is minus times minus plus?',
        objectives: [
          'Add and subtract rational numbers',
          'Explain products of negative numbers',
          'Model a situation with signed numbers',
        ],
        vocabulary: ['additive inverse: the number that brings back to zero'],
        lessons: [
          'Chips: adding opposites',
          'Subtracting is adding',
          'A film run backwards: products',
          'Trip log: depth and time',
        ],
      },
      {
        title: 'Chance',
        overview: 'Spinners, cups and simulations: what long runs teach.',
        question: 'How likely is likely?',
        objectives: [
          'Estimate a probability from data',
          'List outcomes of two steps',
          'Plan and run a simulation',
        ],
        vocabulary: ['sample space: everything that can happen'],
        lessons: [
          'Which cup?: frequency',
          'Two dice: sums',
          'Trees and tables',
          'Simulate it: our carnival game',
        ],
      },
    ],
  },
  {
    school: 'middle',
    course: 'Mathematics 8',
    units: [
      {
        title: 'Moves that keep shape',
        overview: 'Slides, turns and flips as functions of the plane, and congruence from them.',
        question: 'When are two figures the same?',
        objectives: [
          'Describe a transformation precisely',
          'Show congruence by moves',
          'Explain angle sums with moves',
        ],
        vocabulary: ['congruent: the same by moves alone'],
        lessons: [
          'Say the move: partners back to back',
          'Coordinates of a turn',
          'Is it congruent?',
          'Why 180?: angles of a triangle',
        ],
      },
      {
        title: 'Lines and what they say',
        overview: 'Slope from stacks of cups to phone plans; where two lines meet.',
        question: 'What does a line promise?',
        objectives: [
          'Write the equation of a line from a situation',
          'Interpret slope and intercept',
          'Solve a system by graph and by algebra',
        ],
        vocabulary: ['slope: rise for each step across', 'intercept: where a line meets an axis'],
        lessons: [
          'Stacking cups',
          'Slope between any two points',
          'Starting fee: intercepts',
          'Where plans meet: systems',
          'Choosing a plan: report',
        ],
      },
      {
        title: 'Pythagoras and roots',
        overview: 'Squares on sides, distances across a field, numbers that never end.',
        question: 'How long is the diagonal?',
        objectives: [
          'Explain why the theorem holds',
          'Find distances in the plane and in boxes',
          'Place irrational numbers on the line',
        ],
        vocabulary: ['hypotenuse: the side across from the right angle', 'irrational: no fraction says it'],
        lessons: [
          'Tilted squares',
          'A proof with paper',
          'Across the field',
          'Between which numbers?: roots',
        ],
      },
      {
        title: 'Functions',
        overview: 'Stories, tables, graphs and rules: four ways of saying one thing.',
        question: 'Does this decide that?',
        objectives: [
          'Decide whether a relation is a function',
          'Compare two functions given in different ways',
          'Sketch a graph for a story',
        ],
        vocabulary: ['function: one output for each input'],
        lessons: [
          'Guess my rule',
          'Graphs that tell stories',
          'Linear or not?',
          'Volume as a function: cones and cans',
        ],
      },
    ],
  },
  {
    school: 'high',
    course: 'Geometry',
    units: [
      {
        title: 'Reasoning from the start',
        overview: 'Constructions with compass and string lead to the first proofs.',
        question: 'What makes an argument convincing?',
        objectives: [
          'Carry out and justify constructions',
          'Write a proof that somebody else can check',
          'Find the gap in an argument',
        ],
        vocabulary: ['conjecture: what we believe and have not shown'],
        lessons: [
          'String and chalk: constructions outside',
          'What may we assume?',
          'Angles and lines: first proofs',
          'Find the gap: peer review',
        ],
      },
      {
        title: 'Similarity and measuring what we cannot reach',
        overview: 'Mirrors, shadows and the height of the gym.',
        question: 'How tall is the gym?',
        objectives: [
          'Prove triangles similar',
          'Use similarity to find lengths',
          'State how exact an indirect measurement is',
        ],
        vocabulary: ['similar: the same shape, another size'],
        lessons: [
          'Shadows at noon',
          'Mirrors on the ground',
          'Right triangles: ratios',
          'How tall is the gym?: report',
        ],
      },
    ],
  },
];
