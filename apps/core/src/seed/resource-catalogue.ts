/** What the demo's libraries hold, by subject. Web addresses end in `.example`: they are nobody's. */
export interface ResourceGiven {
  title: string;
  folder: string;
  tags: readonly string[];
  description?: string;
  content: Content;
  /** A second content that replaced the first. */
  revised?: boolean;
}

type Content =
  | { kind: 'pdf' | 'md'; lines: readonly string[] }
  | { kind: 'csv'; rows: readonly string[] }
  | { kind: 'png'; bars: readonly number[] }
  | { kind: 'link'; url: string; health?: 'ok' | 'unreachable' | 'forbidden' | 'unknown' };

const sheet = (...lines: string[]): Content => ({ kind: 'pdf', lines });
const notes = (...lines: string[]): Content => ({ kind: 'md', lines });
const link = (url: string, health?: 'ok' | 'unreachable' | 'forbidden' | 'unknown'): Content => ({
  kind: 'link',
  url,
  health: health ?? 'ok',
});

export const subjectResources: Readonly<Record<string, readonly ResourceGiven[]>> = {
  Mathematics: [
    {
      title: 'Ratio tables: practice in three steps',
      folder: 'Worksheets',
      tags: ['ratios', 'practice'],
      content: sheet(
        '1. Complete the table.',
        '2. Find the rate for one.',
        '3. Write your own recipe problem.',
      ),
      revised: true,
    },
    {
      title: 'Number line to print, -20 to 20',
      folder: 'Worksheets',
      tags: ['integers', 'print'],
      content: sheet('-20  -15  -10  -5  0  5  10  15  20'),
    },
    {
      title: 'Exit tickets, first term',
      folder: 'Checks',
      tags: ['exit ticket'],
      description: 'One question for each lesson; cut along the lines.',
      content: sheet('Which is more: 3 for 4.20 or 5 for 6.75?', 'Show how you know.'),
    },
    {
      title: 'Heights of sunflowers, eight weeks',
      folder: 'Data',
      tags: ['statistics', 'data'],
      content: {
        kind: 'csv',
        rows: ['week,bed A,bed B', '1,2,3', '2,6,7', '3,15,12', '4,31,22', '5,58,40', '6,90,66'],
      },
    },
    {
      title: 'Bars without labels: what is missing?',
      folder: 'Data',
      tags: ['graphs', 'discussion'],
      content: { kind: 'png', bars: [3, 7, 5, 11, 9, 4, 8] },
    },
    {
      title: 'Common mistakes with fractions and how to answer them',
      folder: 'For teachers',
      tags: ['fractions', 'misconceptions'],
      content: notes(
        '# Common mistakes',
        '',
        '- Adds numerators and denominators',
        '- Divides the wrong way round',
      ),
    },
    {
      title: 'Interactive balance for equations',
      folder: 'Links',
      tags: ['equations', 'interactive'],
      content: link('https://balance.mathtools.example/equations'),
    },
    {
      title: 'Geometry board in the browser',
      folder: 'Links',
      tags: ['geometry', 'interactive'],
      content: link('https://geoboard.example/start', 'unreachable'),
    },
  ],
  Science: [
    {
      title: 'Lab safety agreement',
      folder: 'Safety',
      tags: ['lab', 'safety'],
      description: 'Signed by student and guardian before the first practical.',
      content: sheet('I wear goggles when asked.', 'I tell my teacher about every spill.', 'Signed:'),
      revised: true,
    },
    {
      title: 'Density of irregular solids: lab sheet',
      folder: 'Lab sheets',
      tags: ['lab', 'density'],
      content: sheet('Aim, apparatus, method', 'Table: mass, volume before, volume after', 'Conclusion'),
    },
    {
      title: 'Reaction rates with tablets: lab sheet',
      folder: 'Lab sheets',
      tags: ['lab', 'rates'],
      content: sheet('Vary one thing: temperature or size of pieces.', 'Record the time until it is clear.'),
    },
    {
      title: 'Blank periodic table',
      folder: 'Handouts',
      tags: ['periodic table', 'print'],
      content: sheet('Colour the families you know.'),
    },
    {
      title: 'River water, nine stations',
      folder: 'Data',
      tags: ['data', 'water'],
      content: {
        kind: 'csv',
        rows: ['station,ph,nitrate,temperature', '1,7.2,3.1,11', '2,7.1,4.6,11', '3,6.8,9.8,12'],
      },
    },
    {
      title: 'Melting ice: temperature by minute',
      folder: 'Data',
      tags: ['graphs', 'energy'],
      content: { kind: 'png', bars: [1, 2, 2, 2, 2, 4, 7, 10, 12] },
    },
    {
      title: 'How to run the microscope station with 28 students',
      folder: 'For teachers',
      tags: ['organisation'],
      content: notes('# Four groups, four stations', '', 'Change every nine minutes. Slides are numbered.'),
    },
    {
      title: 'Particles in motion: simulation',
      folder: 'Links',
      tags: ['interactive', 'particles'],
      content: link('https://simulations.science.example/particles'),
    },
    {
      title: 'Film: a drop of pond water',
      folder: 'Links',
      tags: ['film', 'cells'],
      content: link('https://films.example/pond-water', 'forbidden'),
    },
    {
      title: 'Weather maps of the last seven days',
      folder: 'Links',
      tags: ['weather', 'maps'],
      content: link('https://maps.weather.example/week'),
    },
  ],
  English: [
    {
      title: 'Annotation marks we agree on',
      folder: 'Handouts',
      tags: ['reading', 'annotation'],
      content: sheet('? I do not understand', '! This surprises me', '= This is like something I know'),
    },
    {
      title: 'Claim, evidence, reasoning: planning page',
      folder: 'Writing frames',
      tags: ['argument', 'writing'],
      content: sheet('My claim', 'Two pieces of evidence', 'Why they matter'),
      revised: true,
    },
    {
      title: 'Peer review in fifteen minutes',
      folder: 'Writing frames',
      tags: ['peer review'],
      content: sheet(
        'Read once without a pen.',
        'Mark one sentence you wish you had written.',
        'Ask two questions.',
      ),
    },
    {
      title: 'Six short speeches with line numbers',
      folder: 'Texts',
      tags: ['rhetoric', 'texts'],
      content: notes('# Six short speeches', '', 'Numbered by fives, for quoting.'),
    },
    {
      title: 'Poems for reading aloud',
      folder: 'Texts',
      tags: ['poetry', 'texts'],
      content: notes('# Poems for reading aloud', '', 'Twelve poems from two centuries, short ones first.'),
    },
    {
      title: 'Discussion prompts that do not end in yes',
      folder: 'For teachers',
      tags: ['discussion'],
      content: notes('- What would have to be true for that?', '- Who sees it differently, and why?'),
    },
    {
      title: 'Newspaper archive of the county library',
      folder: 'Links',
      tags: ['research', 'sources'],
      content: link('https://archive.library.example/newspapers'),
    },
    {
      title: 'Recordings of students reading poems',
      folder: 'Links',
      tags: ['poetry', 'audio'],
      content: link('https://listen.example/poems', 'unreachable'),
    },
  ],
};

/** For every school of the district. */
export const districtResources: readonly ResourceGiven[] = [
  {
    title: 'Writing an objective a student can check',
    folder: 'Planning',
    tags: ['objectives'],
    content: sheet('Begin with a verb.', 'Name what is produced.', 'Say how well.'),
  },
  {
    title: 'Accommodations: a list to choose from',
    folder: 'Planning',
    tags: ['support', 'accommodations'],
    content: notes('- Extra time', '- Text read aloud', '- Fewer items of the same kind'),
  },
  {
    title: 'Parent letter: how we grade this year',
    folder: 'Letters',
    tags: ['letters'],
    content: sheet('Dear families,', 'This is how grades are made up this year.'),
  },
];

/** Only the owner's. */
export const ownResources: readonly ResourceGiven[] = [
  {
    title: 'Seating plan, fall',
    folder: 'My classes',
    tags: ['class'],
    content: { kind: 'csv', rows: ['row,left,middle,right', '1,A,B,C', '2,D,E,F'] },
  },
  {
    title: 'Ideas for the last week before break',
    folder: 'My classes',
    tags: ['ideas'],
    content: notes('- Escape room', '- Letters to next year’s class'),
  },
  {
    title: 'Article on retrieval practice',
    folder: 'To read',
    tags: ['reading list'],
    content: link('https://teaching.journal.example/retrieval', 'unknown'),
  },
];
