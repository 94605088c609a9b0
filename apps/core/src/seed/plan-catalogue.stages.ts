import type { StagesGiven } from './plan-stages.ts';

/** “Energy for living”, planned from its end. */
export const energyForLiving: StagesGiven = {
  transfer:
    'Years from now, in front of a garden bed, a gym or a news story about forests, they ask where the matter comes from and where the energy goes, and can follow both.',
  understandings: [
    'Life runs on the controlled release of energy: every cell captures, moves and spends it.',
    'A tree is built from air. Matter is rearranged, never used up.',
    'Photosynthesis and respiration are one cycle seen from two ends.',
  ],
  questions: [
    'Where does a tree get its mass from?',
    'How can the same reactions run forwards in leaves and backwards in muscles?',
  ],
  knowledge: [
    'Chlorophyll takes in light; glucose stores what is left of it',
    'Respiration happens in every living cell, day and night',
    'Rate, limiting factor, variable under control',
  ],
  skills: [
    'Trace carbon through photosynthesis and respiration',
    'Measure a rate and say how sure they are of it',
    'Argue from their own data, and answer one objection',
  ],
  tasks: [
    'A letter to the willow grower | It is 1648. A grower in Brussels is sure that his willow ate soil. Write to him with your own measurements and one drawing. | Claim, evidence of two kinds, one objection answered',
    'The carbon game, told backwards | Choose one carbon atom from your breath this morning and tell where it was in the last thousand years. | Every step possible, three kinds of place, words a younger pupil knows',
  ],
  evidence: [
    'Exit ticket, twice a week',
    'Notebook: rate of bubbles, table and graph',
    'Quiz of twelve questions',
  ],
  self_assessment:
    'In week three they set their own paragraph beside a strong one, mark the sentence that carries the evidence, and rewrite one of theirs.',
  starting_point:
    'Before the first day: “A seed of 0.1 g became a log of 300 kg. Where did it come from?” Most will say soil or water. Keep the slips; they are handed back at the end.',
  plan: [
    'Three weeks, from an old experiment to an atom of their own.',
    '# Week one: a puzzle that will not go away',
    '1. The willow in the tub, read closely; positions taken and written down',
    '1. Bubbles of oxygen: one variable changed, the others held',
    '# Week two: the other end of the cycle',
    '1. Out of breath: respiration before and after exercise',
    '1. The carbon game: students as atoms',
    '! Bars that rise slowly, then steeply: bubbles in each minute as the lamp comes closer',
    '> Leave the lamp on from the first minute of the lesson. Pondweed needs about six minutes before the rate is steady.',
    '# What each station needs',
    '| Station | Pairs | Set out',
    '| Bubbles | 4 | Lamp, ruler, pondweed, stopwatch',
    '| Breath | 4 | Straws, limewater, goggles',
    '| Reading | 6 | Two texts, one short and one long',
  ],
  support:
    'Sentence starters on the desk (“The data show … , which means …”), a graph with the axes drawn for those who need it; a second data set from a greenhouse for those who are done.',
};
