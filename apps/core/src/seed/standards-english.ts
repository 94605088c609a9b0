import type { SubjectStandards } from './standards-catalogue.ts';

export const english: SubjectStandards = {
  code: 'E',
  subject: 'English',
  domains: {
    RL: 'Reading stories and poems',
    RI: 'Reading to learn',
    WR: 'Writing',
    SL: 'Speaking and listening',
    LA: 'Language',
  },
  grades: {
    K: {
      RL: ['Retell a familiar story with help.', 'Name the people and places of a story.'],
      RI: ['Ask and answer questions about a text that was read aloud.'],
      WR: ['Tell about one event by drawing and writing.'],
      SL: ['Take turns in a conversation.'],
      LA: ['Match letters and their sounds.'],
    },
    1: {
      RL: ['Retell a story with its lesson.', 'Describe characters by what they do.'],
      RI: ['Find the main topic and details of a text.', 'Use headings and pictures to find something.'],
      WR: ['Write about an event in order.', 'Give an opinion with one reason.'],
      SL: ['Build on what others say.'],
      LA: ['Read words by their letter patterns.'],
    },
    2: {
      RL: ['Tell how characters meet a challenge.', 'Compare two versions of a story.'],
      RI: ['Say what each paragraph is about.', 'Explain how reasons support a point.'],
      WR: ['Write an opinion with reasons and an ending.', 'Tell an event with thoughts and feelings.'],
      SL: ['Retell key ideas of something heard.'],
      LA: ['Use beginnings and endings of words to find their meaning.'],
    },
    3: {
      RL: [
        'Explain how a character’s actions lead to what happens.',
        'Tell the own view apart from the narrator’s.',
      ],
      RI: ['Explain the main idea with details.', 'Connect steps or events by time and cause.'],
      WR: [
        'Write an opinion with organised reasons.',
        'Explain a topic with facts.',
        'Write a story with dialogue.',
      ],
      SL: ['Come to a discussion prepared.'],
      LA: ['Choose words for effect.', 'Tell literal from other meanings.'],
    },
    4: {
      RL: [
        'Find the theme of a story, play or poem.',
        'Describe a character in depth with words of the text.',
        'Explain how poems, plays and prose differ.',
      ],
      RI: [
        'Explain events or ideas with what the text says about why.',
        'Bring together two texts on one topic.',
      ],
      WR: [
        'Write an opinion that groups related reasons.',
        'Explain a topic with details and links.',
        'Research a question with several sources.',
      ],
      SL: ['Put a talk into own words.'],
      LA: ['Explain simple similes and sayings.'],
    },
    5: {
      RL: [
        'Compare how characters respond to trouble.',
        'Explain how chapters or stanzas fit together.',
        'Say how a point of view shapes the telling.',
      ],
      RI: [
        'Find two main ideas and how details carry them.',
        'Compare how several texts are built.',
        'Explain which reasons back which points.',
      ],
      WR: [
        'Write an opinion with logically ordered reasons.',
        'Explain a topic clearly with sources.',
        'Write a story that paces its events.',
      ],
      SL: ['Report on a topic at a fitting pace.'],
      LA: ['Use the context to find the meaning of a phrase.'],
    },
    6: {
      RL: [
        'Quote evidence for what is said and what is implied.',
        'Follow a theme through a text.',
        'Explain how a scene moves the plot on.',
      ],
      RI: ['Trace an argument and judge its claims.', 'Compare how two authors present the same events.'],
      WR: [
        'Argue a claim with reasons and evidence.',
        'Explain a topic with definitions and examples.',
        'Write a narrative with well-chosen detail.',
        'Plan, revise and edit with others.',
      ],
      SL: ['Ask questions that move a discussion on.', 'Present claims with eye contact and a clear voice.'],
      LA: ['Use pronouns correctly.', 'Work out words from roots and context.'],
    },
    7: {
      RL: [
        'Analyse how parts of a story shape each other.',
        'Explain how form adds to the meaning of a poem.',
        'Compare a novel of the past with an account of that time.',
      ],
      RI: [
        'Analyse how ideas and people influence each other in a text.',
        'Judge whether evidence is relevant and enough.',
      ],
      WR: [
        'Argue a claim and answer the other side.',
        'Explain relationships of ideas with suitable links.',
        'Use several sources and credit them.',
      ],
      SL: ['Judge a speaker’s reasoning.', 'Emphasise the main points of a talk.'],
      LA: ['Choose phrases that are exact and short.', 'Explain references to myths and other works.'],
    },
    8: {
      RL: [
        'Choose the evidence that most strongly supports a reading.',
        'Analyse how lines of dialogue reveal a character.',
        'Explain how a new work draws on old patterns.',
      ],
      RI: [
        'Analyse where two texts disagree on fact or view.',
        'Explain how an author answers opposing evidence.',
      ],
      WR: [
        'Argue with credible sources and a consistent style.',
        'Explain with headings, figures and transitions.',
        'Write a narrative that reflects on what happened.',
      ],
      SL: ['Tell the purpose of what is shown in different media.', 'Adapt speech to the task.'],
      LA: ['Form and use verbs in all moods.', 'Tell shades of meaning of similar words.'],
    },
  },
};
