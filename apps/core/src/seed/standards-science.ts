import type { SubjectStandards } from './standards-catalogue.ts';

export const science: SubjectStandards = {
  code: 'S',
  subject: 'Science',
  domains: {
    PS: 'Matter, forces and energy',
    LS: 'Living things',
    ES: 'Earth and sky',
    EN: 'Designing solutions',
  },
  grades: {
    K: {
      PS: ['Find out how pushes and pulls change the way a thing moves.'],
      LS: ['Describe what plants and animals need to live.'],
      ES: ['Record the weather and look for patterns over a month.'],
      EN: ['Ask what people want to change and draw an idea for it.'],
    },
    1: {
      PS: ['Show that sound comes from things that shake.', 'Test what light passes through.'],
      LS: [
        'Explain how parts of plants and animals help them live.',
        'Compare young plants and animals with their parents.',
      ],
      ES: ['Describe the patterns of sun, moon and stars.'],
      EN: ['Build a tool for sending a message with light or sound.'],
    },
    2: {
      PS: [
        'Sort materials by what can be seen and measured of them.',
        'Show which changes by heating and cooling can be undone.',
      ],
      LS: ['Test what a plant needs to grow.', 'Compare the variety of life in two habitats.'],
      ES: ['Give examples of quick and slow changes of the land.', 'Map the land and water of a place.'],
      EN: ['Compare two designs for slowing the wearing away of soil.'],
    },
    3: {
      PS: [
        'Predict how something moves from its pattern of motion.',
        'Investigate balanced and unbalanced forces.',
        'Ask how magnets act without touching.',
      ],
      LS: [
        'Model the life cycles of different organisms.',
        'Explain which traits are inherited and which come from the surroundings.',
        'Argue why some animals live in groups.',
      ],
      ES: ['Compare the climates of several regions.'],
      EN: ['Judge a design that lessens the harm of bad weather.'],
    },
    4: {
      PS: [
        'Connect the speed of a thing to its energy.',
        'Show that energy travels by sound, light, heat and current.',
        'Model waves by their height and length.',
      ],
      LS: [
        'Explain how structures inside and outside support survival.',
        'Model how animals take in and use what they sense.',
      ],
      ES: [
        'Read the history of a place in its layers of rock.',
        'Measure how water, ice and wind wear rock away.',
      ],
      EN: ['Design a device that turns one form of energy into another.'],
    },
    5: {
      PS: [
        'Model matter as particles too small to see.',
        'Show that weight stays the same when things change.',
        'Decide whether mixing has made a new substance.',
      ],
      LS: [
        'Follow the matter that plants need back to air and water.',
        'Model how matter moves among organisms and their surroundings.',
      ],
      ES: [
        'Show how shadows and stars change through day and year.',
        'Describe how water, land, air and life act on each other.',
      ],
      EN: ['Plan fair tests that show where a model can be better.'],
    },
    6: {
      PS: [
        'Trace how heat moves between things and how it can be slowed.',
        'Connect temperature to the motion of particles.',
      ],
      LS: [
        'Give evidence that living things are made of cells.',
        'Model the parts of a cell and what each does.',
        'Argue that the body is a system of systems.',
      ],
      ES: [
        'Model how water moves through the earth and the air.',
        'Explain how masses of air make the weather of a place.',
        'Ask what has caused the rise of temperatures over the last century.',
      ],
      EN: [
        'State the criteria and limits of a problem precisely.',
        'Compare competing designs by a systematic process.',
      ],
    },
    7: {
      PS: [
        'Model simple molecules and extended structures.',
        'Decide from properties whether a reaction has happened.',
        'Show that atoms are conserved in a reaction.',
      ],
      LS: [
        'Explain photosynthesis as the flow of matter and energy.',
        'Analyse how resources limit populations.',
        'Describe patterns in how organisms act on each other.',
        'Judge designs that protect the variety of life.',
      ],
      ES: [
        'Explain how rock is made, changed and made again.',
        'Use maps and fossils as evidence that plates move.',
      ],
      EN: ['Use data of tests to combine the best of several designs.'],
    },
    8: {
      PS: [
        'Apply the laws of motion to collisions.',
        'Show that the change of motion depends on force and mass.',
        'Ask what decides the strength of electric and magnetic forces.',
        'Describe waves by model and by number.',
      ],
      LS: [
        'Find patterns in fossils that show change over time.',
        'Explain how changes of genes may help, harm or do nothing.',
        'Explain natural selection with numbers.',
      ],
      ES: [
        'Model the moon’s phases, eclipses and seasons.',
        'Explain the role of gravity in the solar system.',
        'Read the scale of deep time from rock.',
      ],
      EN: ['Develop a model that produces data for the next design.'],
    },
  },
};
