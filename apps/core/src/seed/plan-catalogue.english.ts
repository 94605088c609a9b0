import type { CourseUnits } from './plan-catalogue.ts';

export const englishUnits: readonly CourseUnits[] = [
  {
    school: 'middle',
    course: 'English 6',
    units: [
      {
        title: 'Where we come from',
        overview: 'Short memoirs by people of many places; students write one scene of their own.',
        question: 'Which moments make us who we are?',
        objectives: [
          'Cite what a text says to support a reading',
          'Write a scene with detail and dialogue',
          'Give a partner feedback that helps',
        ],
        vocabulary: ['memoir: a true story of a part of a life', 'scene: one place, one stretch of time'],
        lessons: [
          'Six-word stories: a wall of ours',
          'Reading a moment slowly',
          'Show the kitchen: detail',
          'What they said: dialogue',
          'Listening to a draft: feedback',
          'A reading for families: performance',
        ],
        tags: ['community'],
      },
      {
        title: 'Myths that travel',
        overview: 'Floods, tricksters and journeys told on four continents.',
        question: 'Why do people tell the same story in different places?',
        objectives: [
          'Compare themes across two stories',
          'Explain how a form shapes a story',
          'Retell a myth for another audience',
        ],
        vocabulary: ['theme: what a story says about life', 'trickster: wins by wit'],
        lessons: [
          'Two floods: side by side',
          'The trickster: reading aloud',
          'Journeys: mapping a plot',
          'Told again: our version',
        ],
      },
      {
        title: 'Is it so?',
        overview: 'Articles on a question the class picks; claims, evidence and what is left out.',
        question: 'Whom should we believe, and why?',
        objectives: [
          'Trace an argument and judge its evidence',
          'Write an argument with sources',
          'Listen and answer in a discussion',
        ],
        vocabulary: ['claim: what somebody says is so', 'source: where it comes from'],
        lessons: [
          'Our question: choosing what to ask',
          'Claim, evidence, reason',
          'What is left out?',
          'Building a case: outline',
          'The discussion: a circle of twelve',
        ],
      },
      {
        title: 'Poems out loud',
        overview: 'Rhythm before meaning: students learn a poem by heart and write two.',
        question: 'What can a poem do that a page of prose cannot?',
        objectives: [
          'Explain how sound supports sense',
          'Perform a poem',
          'Write with an image that surprises',
        ],
        vocabulary: ['stanza: a group of lines', 'image: words that make us see'],
        lessons: [
          'By ear: five poems',
          'Lines and breath',
          'An image nobody used',
          'The reading: microphones on',
        ],
      },
    ],
  },
  {
    school: 'middle',
    course: 'English 7',
    units: [
      {
        title: 'Choices under pressure',
        overview: 'A novel read together: what people do when it costs something.',
        question: 'What would I have done?',
        objectives: [
          'Follow how a character changes and why',
          'Write about a text with quotations that are woven in',
          'Hold a view and change it when there is reason',
        ],
        vocabulary: ['motive: why somebody acts', 'turning point: after it nothing is the same'],
        lessons: [
          'First chapters: questions we have',
          'Motives: a map of a character',
          'The turning point: reading slowly',
          'Letters from inside the book',
          'An essay in two drafts',
        ],
      },
      {
        title: 'Explaining how it works',
        overview: 'Clear writing about something each student knows better than the teacher.',
        question: 'How do I make you understand?',
        objectives: [
          'Choose an order that helps a reader',
          'Define terms where they are needed',
          'Use a figure that says something',
        ],
        vocabulary: ['transition: leads from one idea to the next'],
        lessons: [
          'Experts among us: topics',
          'In which order?',
          'A figure that explains',
          'Reader test: where did you get lost?',
        ],
      },
      {
        title: 'Stage and page',
        overview: 'A play, scene by scene, on our feet.',
        question: 'What changes when words get a voice?',
        objectives: [
          'Compare a script with its performance',
          'Use stage directions to show meaning',
          'Direct a scene and explain choices',
        ],
        vocabulary: ['subtext: what is meant and not said'],
        lessons: [
          'Cold reading',
          'What is not said',
          'Directing two pages',
          'Showing: three versions of one scene',
        ],
      },
    ],
  },
  {
    school: 'middle',
    course: 'English 8',
    units: [
      {
        title: 'Voices for change',
        overview: 'Speeches that moved people, and one that each student gives.',
        question: 'What gives words power?',
        objectives: [
          'Analyse how a speech works on its listeners',
          'Write and give a speech of three minutes',
          'Use sources honestly',
        ],
        vocabulary: ['rhetoric: the art of moving people with words', 'audience: for whom one speaks'],
        lessons: [
          'Listening without seeing',
          'What moved us?: devices',
          'A cause of ours: research',
          'From outline to voice',
          'Speech day: hall, lectern, clock',
        ],
      },
      {
        title: 'The world of tomorrow',
        overview: 'Stories of futures, hopeful and not; students build one that follows its own rules.',
        question: 'What do our futures say about now?',
        objectives: [
          'Explain how a setting carries a theme',
          'Build a world with consistent rules',
          'Revise for one purpose at a time',
        ],
        vocabulary: ['dystopia: a future nobody wants'],
        lessons: [
          'A day in 2080',
          'Rules of a world',
          'Theme through place',
          'Revision rounds',
          'Our anthology: printing and binding',
        ],
      },
    ],
  },
  {
    school: 'high',
    course: 'English 10',
    units: [
      {
        title: 'Power and conscience',
        overview: 'A tragedy, two essays and a film on what power does to those who hold it.',
        question: 'Who is to blame?',
        objectives: [
          'Trace an idea through texts of different kinds',
          'Write an analysis with a claim worth arguing',
          'Discuss with evidence',
        ],
        vocabulary: ['hubris: pride that blinds'],
        lessons: [
          'Before the fall: act one',
          'Whose fault?: a trial in class',
          'An essay against the play',
          'The film: what was left out',
          'A claim worth arguing: workshop',
        ],
      },
      {
        title: 'Research that matters here',
        overview: 'A question about our town, answered with sources and people.',
        question: 'What do we not know about where we live?',
        objectives: [
          'Plan and hold an interview',
          'Judge and cite sources',
          'Present findings to those concerned',
        ],
        vocabulary: ['primary source: made by somebody who was there'],
        lessons: [
          'Questions about home',
          'The interview: practice',
          'Sources: a table of trust',
          'Drafting findings',
          'Evening for the town',
        ],
      },
    ],
  },
];
