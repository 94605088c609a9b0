import type { CourseUnits } from './plan-catalogue.ts';

export const primaryUnits: readonly CourseUnits[] = [
  {
    school: 'elementary',
    course: 'Science grade 2',
    units: [
      {
        title: 'Seeds and what they need',
        standards: ['LS.1', 'EN.1'],
        overview: 'Forty cups on the window sill, one thing changed in each.',
        question: 'What does a seed need to begin?',
        objectives: [
          'Plan a fair test with one change',
          'Measure and draw growth',
          'Say what a plant needs and how we know',
        ],
        vocabulary: ['sprout: the first part to come out', 'fair test: change one thing'],
        lessons: [
          'Inside a bean',
          'Forty cups: our plan',
          'Measuring Mondays',
          'What we found: a book for grade 1',
        ],
      },
      {
        title: 'Solid, liquid, both?',
        standards: ['PS.1', 'PS.2'],
        overview: 'Honey, sand, ice and slime: words for what things do.',
        question: 'Is sand a liquid?',
        objectives: [
          'Describe and sort materials by what they do',
          'Show changes that can and cannot be undone',
        ],
        vocabulary: ['pour: to make flow', 'melt: to turn from solid to liquid'],
        lessons: [
          'Sorting tray',
          'Is sand a liquid?: a debate',
          'Melting race',
          'Can we go back?: toast and ice',
        ],
      },
    ],
  },
  {
    school: 'elementary',
    course: 'Mathematics grade 4',
    isYearPublished: true,
    units: [
      {
        title: 'Fractions as numbers',
        standards: ['FR.1', 'FR.2', 'OA.2'],
        overview: 'From folding paper to the number line; comparing without drawing.',
        question: 'Which is more, and how do you know?',
        objectives: [
          'Explain why two fractions are equal',
          'Compare fractions with different denominators',
          'Add and subtract with like denominators',
        ],
        vocabulary: ['numerator: how many parts', 'denominator: which parts'],
        lessons: [
          'Folding strips',
          'Same place on the line',
          'Which is more?: three ways',
          'Pizza for five: adding',
        ],
      },
      {
        title: 'Multiplying bigger numbers',
        standards: ['NS.1', 'NS.2', 'OA.1'],
        overview: 'Area models first; the short way when it is understood.',
        question: 'How can I break a hard product into easy ones?',
        objectives: [
          'Multiply two-digit numbers with an area model',
          'Estimate before calculating',
          'Solve problems with more than one step',
        ],
        vocabulary: ['product: what multiplying gives', 'estimate: a careful guess'],
        lessons: [
          'Breaking rectangles',
          'About how many?',
          'The short way',
          'The school fair: two-step problems',
        ],
      },
      {
        title: 'Angles around us',
        standards: ['GE.1', 'GE.2', 'MD.2'],
        overview: 'Turns, corners and a playground full of them.',
        question: 'How do we measure a turn?',
        objectives: ['Measure and draw angles', 'Sort shapes by sides and angles'],
        vocabulary: ['degree: a small part of a turn', 'right angle: a quarter turn'],
        lessons: ['Robot turns', 'Using a protractor', 'Playground hunt'],
      },
    ],
  },
  {
    school: 'elementary',
    course: 'English grade 2',
    units: [
      {
        title: 'Characters we would invite',
        standards: ['RL.1', 'WR.1', 'SL.1'],
        overview: 'Picture books with characters worth having over for lunch.',
        question: 'What is this person like, and how do we know?',
        objectives: [
          'Describe a character with reasons from the book',
          'Write an opinion with two reasons',
          'Read aloud with expression',
        ],
        vocabulary: ['character: somebody in a story', 'trait: what somebody is like'],
        lessons: [
          'Who is at the table?',
          'How do we know?',
          'An invitation: opinion letters',
          'Reading theatre',
        ],
      },
      {
        title: 'All about something',
        standards: ['RI.1', 'RI.2'],
        overview: 'Small books of facts with a table of contents and captions.',
        question: 'How do we teach somebody with a book?',
        objectives: ['Find facts with headings and captions', 'Write a book of facts with chapters'],
        vocabulary: ['caption: words for a picture', 'index: where to find it'],
        lessons: ['Books that teach', 'My topic: what I know', 'Chapters', 'A library of ours'],
      },
    ],
  },
  {
    school: 'miradores',
    course: 'Ciencias 8.º',
    units: [
      {
        title: 'El agua que bebemos',
        standards: ['MA.1', 'MA.2', 'VI.2', 'IN.2'],
        overview: 'Del embalse al grifo: muestras, medidas y un informe para el barrio.',
        question: '¿Cómo sabemos que el agua es segura?',
        objectives: [
          'Separar mezclas y explicar cada paso',
          'Medir el pH y decir con qué seguridad',
          'Escribir un informe que se entienda',
        ],
        vocabulary: ['mezcla: sustancias juntas sin unirse', 'muestra: una parte que habla por el todo'],
        lessons: [
          'Un vaso de río: primera mirada',
          'Filtros: diseñar y probar',
          'Gota a gota: medir el pH',
          'Carta al barrio: borrador y revisión',
        ],
        tags: ['salida de campo'],
      },
      {
        title: 'Fuerzas en el patio',
        standards: ['FE.1', 'FE.2', 'IN.1'],
        overview: 'Columpios, pelotas y cuestas: medir lo que empuja y lo que frena.',
        question: '¿Por qué se para una pelota?',
        objectives: [
          'Representar fuerzas con flechas',
          'Relacionar fuerza y cambio de movimiento',
          'Planear un experimento con una sola variable',
        ],
        vocabulary: ['rozamiento: lo que frena al tocar', 'masa: cuánta materia hay'],
        lessons: [
          'Flechas: dibujar fuerzas',
          'La cuesta: medir y comparar',
          'Una sola cosa: el plan',
          'El informe: gráficas que dicen algo',
        ],
      },
    ],
  },
];
