type Grades = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

export const highSchoolScience: Grades = {
  9: {
    PS: ['Trace energy through a living system and account for what leaves it as heat.'],
    LS: [
      'Explain from evidence that all living things are made of cells.',
      'Compare how cells with and without a nucleus keep themselves in order.',
      'Model how photosynthesis and respiration cycle matter and move energy.',
      'Explain how genes decide which proteins a cell makes.',
      'Predict with probability how traits pass to the next generation.',
      'Explain natural selection from variation, inheritance and advantage.',
      'Use fossils, anatomy and genes as evidence of common descent.',
      'Model how matter and energy pass through a food web.',
      'Weigh claims about how an ecosystem answers to disturbance.',
    ],
    ES: ['Explain how life and the air have changed one another.'],
    EN: ['Judge a plan for protecting a habitat against its costs and limits.'],
  },
  10: {
    PS: [
      'Predict properties of elements from their place in the periodic table.',
      'Model how atoms bond and what shape the molecule takes.',
      'Plan an investigation of the forces between particles of a substance.',
      'Use the mole to relate what is weighed to what is counted.',
      'Explain why mass is kept in a chemical reaction.',
      'Model the energy taken in and given out as bonds break and form.',
      'Explain with collisions how temperature and concentration change a rate.',
      'Adjust a system in equilibrium to make more of a product.',
      'Compare acids and bases by what they do in water.',
      'Measure how energy spreads between two bodies of different temperature.',
    ],
    ES: ['Explain how the properties of water shape the land and its life.'],
    EN: ['Refine a chemical process so that it wastes less.'],
  },
  11: {
    PS: [
      'Use force, mass and acceleration to predict motion along a line.',
      'Apply the conservation of momentum to a collision.',
      'Compute the energy of one part of a system from the changes of the others.',
      'Explain how fields let things act on each other at a distance.',
      'Relate the frequency, length and speed of a wave.',
    ],
    ES: ['Use the laws of motion to predict orbits.'],
    EN: ['Design a device that turns one form of energy into another and measure its yield.'],
  },
  12: {
    ES: [
      'Explain how plates, climate and life shape the surface together.',
      'Analyse climate records to tell a trend from chance.',
      'Model how human use of a resource changes what is left.',
      'Judge competing ways of producing energy by cost, risk and benefit.',
    ],
    LS: ['Test a way to lessen the effect of people on the variety of life.'],
    EN: ['Break a large problem into parts that can be solved and tested.'],
  },
};

export const highSchoolMathematics: Grades = {
  9: {
    NS: ['Work with powers whose exponents are fractions.'],
    EE: [
      'Interpret the parts of an expression in the situation it describes.',
      'Rewrite a quadratic expression to show its zeros or its greatest value.',
      'Solve linear equations and inequalities, explaining each step.',
      'Solve a system of two equations by graph and by algebra.',
    ],
    FN: [
      'Tell a function from another relation and use its notation.',
      'Interpret intercepts, growth and extremes of a graph.',
      'Build a linear or exponential function from a description.',
      'Compare linear and exponential growth over equal steps.',
    ],
    DA: ['Fit a line to data and say what its slope means and where it misleads.'],
  },
  10: {
    GE: [
      'Prove statements about lines, angles and triangles from what is given.',
      'Define congruence by movements of the plane.',
      'Use similarity to prove relations in triangles.',
      'Solve right triangles with sine, cosine and tangent.',
      'Derive and use the equation of a circle.',
      'Prove simple geometric facts with coordinates.',
      'Give an argument for the volume of prisms, cylinders, pyramids and spheres.',
      'Model a real object by shapes and measure it.',
    ],
    DA: ['Find the chance of events that depend on one another.'],
  },
  11: {
    EE: [
      'Divide polynomials and use their factors to find zeros.',
      'Solve rational and radical equations and reject false roots.',
    ],
    FN: [
      'Graph polynomial, exponential and logarithmic functions and name their features.',
      'Find the inverse of a function and say where it exists.',
      'Model what repeats with sine and cosine.',
    ],
    NS: ['Compute with complex numbers.'],
    DA: ['Decide from a simulation whether a result could be chance.'],
  },
  12: {
    FN: ['Combine functions to model a situation and state the limits of the model.'],
    EE: ['Represent and solve systems with matrices.'],
    DA: [
      'Design a survey or experiment that can answer the question asked.',
      'Use expected value to weigh a decision.',
    ],
  },
};

export const highSchoolEnglish: Grades = {
  9: {
    RL: [
      'Trace how a theme is shaped by particular scenes and choices.',
      'Explain how characters with mixed motives move a plot.',
      'Compare two treatments of one story.',
    ],
    RI: ['Follow how an author unfolds an idea across a text.', 'Judge whether evidence is enough.'],
    WR: ['Argue a claim with reasons, evidence and a fair answer to the other side.'],
    SL: ['Lead a discussion that draws on preparation and on others.'],
    LA: ['Choose words and sentence forms for their effect.'],
  },
  10: {
    RL: [
      'Analyse how an author’s structure creates tension or surprise.',
      'Read a work against the time and place it comes from.',
      'Follow how power and conscience are shown in a play or novel.',
    ],
    RI: [
      'Analyse how a speech persuades: order, evidence and appeal.',
      'Compare accounts of one subject in different media.',
    ],
    WR: [
      'Research a question that matters here, narrowing it as the answers come.',
      'Weave sources into a text without losing one’s own line, and credit them.',
      'Tell a story with pace, reflection and a point of view.',
    ],
    SL: ['Present findings so that listeners can follow the reasoning.'],
    LA: ['Vary clauses and phrases to make a meaning precise.'],
  },
  11: {
    RL: [
      'Show how two themes of a work build on one another.',
      'Analyse how irony changes what a text says.',
    ],
    RI: ['Test the reasoning of a founding document or a court’s opinion.'],
    WR: ['Write an argument that answers the strongest objection.'],
    SL: ['Judge a speaker’s stance, premises and word choice.'],
    LA: ['Decide a question of contested usage with reference works.'],
  },
  12: {
    RL: ['Interpret one work by several readings and defend the best.'],
    RI: ['Bring together sources that disagree to answer a question.'],
    WR: ['Keep up a long piece of research from plan to final edit.'],
    SL: ['Use media in a presentation where it adds understanding.'],
    LA: ['Adapt style to reader and purpose without losing one’s voice.'],
  },
};
