import { energyForLiving } from './plan-catalogue.stages.ts';
import type { CourseUnits } from './plan-catalogue.ts';

export const scienceUnits: readonly CourseUnits[] = [
  {
    school: 'high',
    course: 'Chemistry',
    units: [
      {
        title: 'What everything is made of',
        overview:
          'Students sort an odd collection of household materials and argue from density, melting and mixing what counts as a pure substance.',
        question: 'How can we tell that two things are the same substance?',
        objectives: [
          'Tell pure substances from mixtures by measured properties',
          'Plan a separation and justify each step',
          'Report a measurement with its uncertainty',
        ],
        vocabulary: ['density: mass in each unit of volume', 'mixture: substances side by side, not joined'],
        lessons: [
          'Sorting the kitchen: groups of four sort twelve materials and defend the order',
          'How dense is it?: measuring density three ways and comparing the spread',
          'Taking mixtures apart: filtering, evaporating and chromatography at stations',
          'A mystery powder: planning and carrying out a separation',
          'Defending a claim: posters with evidence, and questions from another group',
        ],
        tags: ['lab safety'],
      },
      {
        title: 'Atoms and the periodic table',
        overview:
          'From the patterns in element cards to a model of the atom that explains them. Models come and go; evidence stays.',
        question: 'Why do elements behave in families?',
        objectives: [
          'Use the periodic table to predict how an element behaves',
          'Explain the atom as a model that was changed by evidence',
          'Relate outer electrons to the formulas of simple compounds',
        ],
        vocabulary: [
          'isotope: an atom with another number of neutrons',
          'group: a column of the periodic table',
        ],
        lessons: [
          'Element cards: building a table from properties alone',
          'Inside the atom: what the gold foil told us',
          'Light from excited atoms: spectra of five gas tubes',
          'Families: alkali metals on video, halogens in the hood',
          'Predicting an element: writing the card that is missing',
        ],
        tags: ['model building'],
      },
      {
        title: 'Bonds and shapes',
        overview:
          'Why salt shatters, copper bends and sugar melts: structure decides. Students build, test and explain.',
        question: 'How does what we cannot see decide what we can feel?',
        objectives: [
          'Explain melting, hardness and conductivity by structure',
          'Draw and build molecules with the right shape',
          'Choose a material for a purpose and defend the choice',
        ],
        vocabulary: ['ionic: held by opposite charges', 'polar: with charge on one side'],
        lessons: [
          'Three solids: testing salt, copper and wax',
          'Giving and sharing: ions and molecules from the same rules',
          'Shapes of molecules: balloons, kits and drawings',
          'Why water is odd: surface tension and the shape behind it',
          'Material for a job: a design brief with criteria',
        ],
      },
      {
        title: 'Counting by weighing',
        overview: 'Nobody can count atoms, so chemists weigh them. The mole from rice grains to reactions.',
        question: 'How do we count what is too small and too many?',
        objectives: [
          'Convert between mass, moles and number of particles',
          'Find a formula from measured masses',
          'Judge the yield of a reaction and name the losses',
        ],
        vocabulary: ['mole: a fixed very large number of particles', 'yield: what a reaction really gives'],
        lessons: [
          'Counting rice: estimating by mass',
          'The mole: why this number and no other',
          'A formula from a crucible: magnesium and air',
          'Recipes: limiting reactant with sandwiches, then with salts',
          'How much did we get?: yield of copper carbonate',
        ],
      },
      {
        title: 'Reactions and energy',
        overview: 'Hand warmers, cold packs and a candle: following energy through reactions.',
        question: 'Where does the heat come from, and where does it go?',
        objectives: [
          'Classify reactions and balance their equations',
          'Measure the heat of a reaction and compare with a table',
          'Explain heat by bonds broken and made',
        ],
        vocabulary: ['exothermic: giving off heat', 'activation energy: what starts a reaction'],
        lessons: [
          'Hot or cold: eight reactions in test tubes',
          'Balancing: nothing is lost',
          'A cup as a calorimeter: heat of dissolving',
          'Bonds as accounts: energy in and out',
          'Design a hand warmer: a product with a price',
        ],
      },
      {
        title: 'Fast and slow',
        overview: 'What decides how fast a reaction runs, and when it seems to stop.',
        question: 'Can we hurry a reaction, and can we turn it back?',
        objectives: [
          'Show how temperature, surface and concentration change a rate',
          'Explain a rate by collisions',
          'Predict how an equilibrium answers a change',
        ],
        vocabulary: ['catalyst: speeds up and is not used up', 'equilibrium: both ways at the same pace'],
        lessons: [
          'Racing tablets: one variable at a time',
          'Collisions: a model in the gym',
          'A clock reaction: timing to the second',
          'There and back: cobalt chloride and colour',
        ],
      },
      {
        title: 'Water, acids and us',
        overview: 'The river behind the school: what is in it, how we know, and what we tell the town.',
        question: 'Is our river healthy?',
        objectives: [
          'Measure pH and hardness and state how sure we are',
          'Explain acids and bases by what they give and take',
          'Write a report for readers who are not chemists',
        ],
        vocabulary: ['pH: how acid a solution is', 'titration: measuring by adding until it turns'],
        lessons: [
          'At the river: sampling and first impressions',
          'Sour and soapy: acids and bases at home',
          'Drop by drop: a titration for everybody',
          'What the numbers say: means, spread and outliers',
          'A letter to the town: draft, review, send',
        ],
        tags: ['fieldwork'],
      },
    ],
  },
  {
    school: 'high',
    course: 'Biology',
    units: [
      {
        title: 'Life under the microscope',
        overview: 'Pond water, onion and cheek: what living things share, seen at four hundred times.',
        question: 'What must something have to be alive?',
        objectives: [
          'Prepare a slide and draw to scale',
          'Compare plant, animal and bacterial cells',
          'Explain how things get into and out of a cell',
        ],
        vocabulary: [
          'organelle: a part of a cell with its own job',
          'osmosis: water moving through a membrane',
        ],
        lessons: [
          'First look: pond water',
          'Drawing what is there: scale and labels',
          'Three kinds of cell: a card sort with arguments',
          'Potatoes in salt: osmosis measured',
          'Why cells stay small: surface and volume with agar cubes',
        ],
      },
      {
        title: 'Energy for living',
        overview: 'From a leaf in the light to a runner on the track: one cycle of carbon and energy.',
        question: 'Where does a tree get its mass from?',
        objectives: [
          'Trace carbon through photosynthesis and respiration',
          'Measure the rate of photosynthesis',
          'Explain why respiration never stops',
        ],
        vocabulary: ['chlorophyll: the green that takes in light', 'glucose: a sugar that stores energy'],
        lessons: [
          'The willow in the tub: an old experiment, read closely',
          'Bubbles of oxygen: light and distance',
          'Out of breath: respiration before and after exercise',
          'The carbon game: students as atoms',
        ],
        stages: energyForLiving,
      },
      {
        title: 'Genes and families',
        overview: 'Traits, chance and family trees, with care for the families in the room.',
        question: 'Why are we like our families, and unlike them?',
        objectives: [
          'Predict offspring with a Punnett square',
          'Explain what a gene is and what it is not',
          'Weigh a question of genetics in which people disagree',
        ],
        vocabulary: ['allele: one form of a gene', 'dominant: shown even when there is one copy'],
        lessons: [
          'Taste and tongue: traits in this class',
          'Peas: the data before the law',
          'Chance: two hundred coin tosses',
          'From code to protein: a paper ribosome',
          'Should we know?: a structured discussion',
        ],
      },
      {
        title: 'Change over time',
        overview: 'Evidence first: fossils, embryos, islands and bacteria that stopped dying.',
        question: 'How does something new begin?',
        objectives: [
          'Explain natural selection with evidence of four kinds',
          'Read a tree of relatedness',
          'Tell a scientific claim from one that cannot be tested',
        ],
        vocabulary: ['adaptation: a trait that helps in a place', 'selection: some leave more offspring'],
        lessons: [
          'Beaks and seeds: a game with forceps',
          'Reading rocks: the fossil record of whales',
          'Trees of life: who is closer to whom',
          'Resistance: selection we can watch',
        ],
      },
      {
        title: 'The web we live in',
        overview:
          'An oak at the edge of the field, everything that lives on it, and what happens without it.',
        question: 'What happens to everything else when one thing goes?',
        objectives: [
          'Sample a habitat and estimate a population',
          'Follow matter and energy through a food web',
          'Propose a change on the school grounds and defend it',
        ],
        vocabulary: ['biodiversity: how many kinds live in a place', 'quadrat: a square to count in'],
        lessons: [
          'One square metre: counting with quadrats',
          'Who eats whom: a web with string',
          'Wolves and rivers: reading a long study',
          'Our proposal: five minutes before the grounds keeper',
        ],
        tags: ['fieldwork'],
      },
    ],
  },
  {
    school: 'middle',
    course: 'Science 6',
    units: [
      {
        title: 'Thermal energy on the move',
        overview:
          'Why does the metal bench feel colder than the wooden one? Students build a cup that keeps cocoa warm.',
        question: 'How does heat get from here to there?',
        objectives: [
          'Explain warming and cooling by moving particles',
          'Tell conduction, convection and radiation apart in everyday things',
          'Design, test and improve an insulated cup',
        ],
        vocabulary: ['conduction: heat passed on by touch', 'insulator: lets little heat through'],
        lessons: [
          'The cold bench: predictions, then thermometers',
          'Particles: a model we can act out',
          'Three ways to travel: stations',
          'Our best cup: first design',
          'Our best cup: test, change one thing, test again',
        ],
        tags: ['design challenge'],
      },
      {
        title: 'Weather we can predict',
        overview: 'A month of our own measurements and the maps that make sense of them.',
        question: 'How sure can a forecast be?',
        objectives: [
          'Read a weather map and say what comes next',
          'Explain wind by uneven heating',
          'Compare a forecast with what happened',
        ],
        vocabulary: ['front: where two air masses meet', 'humidity: water in the air'],
        lessons: [
          'Our station: instruments we build',
          'Why the wind blows: warm and cold',
          'Maps: fronts and pressure',
          'Forecast day: three days ahead',
        ],
      },
      {
        title: 'Bodies in balance',
        overview: 'Organs work as systems; a run around the field shows it.',
        question: 'How does a body keep steady?',
        objectives: [
          'Model how two organ systems work together',
          'Measure how a body answers exercise',
          'Explain a habit that keeps a system healthy',
        ],
        vocabulary: ['organ: a part with a job', 'pulse: the beat in a vessel'],
        lessons: [
          'Run, rest, measure: pulse and breath',
          'A lung in a bottle: building a model',
          'Following a bite: digestion',
          'Systems together: a poster for grade 4',
        ],
      },
      {
        title: 'Neighbours in space',
        overview: 'Moon phases, seasons and scale, without a single picture that is to scale.',
        question: 'Why does the Moon change its shape?',
        objectives: [
          'Explain the phases of the Moon with a model',
          'Explain the seasons without distance',
          'Use scale to compare planets',
        ],
        vocabulary: ['orbit: a path around something', 'axis: the line something turns around'],
        lessons: [
          'Moon diary: what we saw',
          'A lamp and a ball: phases',
          'Tilt: seasons with a globe',
          'Solar system on the field: a model to scale',
        ],
      },
    ],
  },
];
