import type { SubjectStandards } from './standards-catalogue.ts';

export const mathematics: SubjectStandards = {
  code: 'M',
  subject: 'Mathematics',
  domains: {
    NS: 'Number and place value',
    OA: 'Operations and patterns',
    FR: 'Fractions and decimals',
    RP: 'Ratio and proportion',
    EE: 'Expressions and equations',
    GE: 'Shape and space',
    MD: 'Measurement',
    DA: 'Data and chance',
    FN: 'Functions',
  },
  grades: {
    K: {
      NS: [
        'Count to one hundred by ones and by tens.',
        'Write the numerals from 0 to 20 and match each to a group of things.',
        'Say which of two groups holds more, fewer or the same number.',
      ],
      OA: [
        'Act out putting together and taking away within ten.',
        'Break numbers up to ten into two parts in several ways.',
      ],
      GE: [
        'Name circles, triangles, squares and rectangles wherever they turn up.',
        'Tell where a thing is with words such as above, beside and behind.',
      ],
      MD: ['Compare two things by length or weight, side by side.'],
    },
    1: {
      NS: [
        'Count, read and write numbers to 120.',
        'Explain a two-digit number as tens and ones.',
        'Compare two-digit numbers and record the result with signs.',
      ],
      OA: [
        'Add and subtract within twenty with strategies that can be explained.',
        'Find the unknown number in an addition or subtraction sentence.',
        'Solve word problems about joining, separating and comparing within twenty.',
      ],
      GE: [
        'Build larger shapes from smaller ones and describe the parts.',
        'Share circles and rectangles into halves and quarters.',
      ],
      MD: [
        'Order three things by length and compare two of them through a third.',
        'Tell and write time to the half hour.',
      ],
    },
    2: {
      NS: [
        'Explain a three-digit number as hundreds, tens and ones.',
        'Skip count by fives, tens and hundreds within one thousand.',
      ],
      OA: [
        'Add and subtract fluently within one hundred.',
        'Use equal groups and arrays to begin multiplication.',
        'Decide whether a number of things is even or odd, and say why.',
      ],
      GE: [
        'Sort shapes by the number of sides and corners.',
        'Share a whole into thirds and name the parts.',
      ],
      MD: ['Measure lengths with suitable tools in standard units.', 'Solve problems with coins and notes.'],
      DA: ['Draw picture graphs and bar graphs with up to four groups and answer questions from them.'],
    },
    3: {
      NS: [
        'Round whole numbers to the nearest ten or hundred.',
        'Add and subtract within one thousand by strategies based on place value.',
      ],
      OA: [
        'Explain multiplication as equal groups and division as sharing.',
        'Know from memory all products of two one-digit numbers.',
        'Solve two-step word problems and judge whether the answer is reasonable.',
      ],
      FR: [
        'Understand a unit fraction as one part of a whole cut into equal parts.',
        'Place fractions on a number line.',
        'Recognise simple equal fractions and explain why they are equal.',
      ],
      GE: ['Sort four-sided shapes by their properties.'],
      MD: [
        'Measure area by counting unit squares and connect it to multiplication.',
        'Tell time to the minute and find how long something took.',
      ],
      DA: ['Read and draw scaled bar graphs.'],
    },
    4: {
      NS: [
        'Read, write and compare whole numbers to one million.',
        'Multiply up to four digits by one digit, and two digits by two.',
        'Divide up to four digits by one digit and explain what is left over.',
      ],
      OA: [
        'Find all factor pairs of numbers to one hundred.',
        'Continue a number pattern from its rule and describe what else is seen in it.',
      ],
      FR: [
        'Explain why two fractions are equal with drawings and with numbers.',
        'Add and subtract fractions with the same denominator.',
        'Multiply a fraction by a whole number.',
        'Write tenths and hundredths as decimals and compare them.',
      ],
      GE: ['Draw and recognise angles, parallel lines and right angles.', 'Find lines of symmetry.'],
      MD: [
        'Convert larger units of measure to smaller ones.',
        'Measure angles in degrees with a protractor.',
      ],
      DA: ['Display measurements with fractions on a line plot.'],
    },
    5: {
      NS: [
        'Explain how the value of a digit changes with its place.',
        'Multiply and divide whole numbers of several digits.',
        'Add, subtract, multiply and divide decimals to hundredths.',
      ],
      OA: [
        'Write and interpret number sentences with brackets.',
        'Compare two number patterns by their pairs of terms.',
      ],
      FR: [
        'Add and subtract fractions with different denominators.',
        'Multiply fractions and show the product as an area.',
        'Divide a unit fraction by a whole number, and the other way round.',
      ],
      GE: [
        'Plot points in the first quadrant and explain what they stand for.',
        'Arrange flat shapes in families by their properties.',
      ],
      MD: ['Find the volume of boxes by layers and by multiplying.'],
      DA: ['Use a line plot to share out an amount equally.'],
    },
    6: {
      RP: [
        'Use the language of ratio to compare two quantities.',
        'Explain a unit rate and use it to decide which of two offers is better.',
        'Solve problems with ratios by tables, double number lines and equations.',
        'Find a percent of a quantity, and the whole from a part and its percent.',
      ],
      NS: [
        'Divide fractions by fractions and make up a story that fits.',
        'Find greatest common factors and least common multiples.',
        'Use positive and negative numbers for opposite directions.',
        'Order rational numbers and explain absolute value as a distance.',
      ],
      EE: [
        'Write and evaluate expressions with letters and powers.',
        'Recognise and make equal expressions.',
        'Solve one-step equations and check by substituting.',
        'Write an inequality for a condition and show its solutions on a number line.',
      ],
      GE: [
        'Find areas of triangles and polygons by cutting and rearranging.',
        'Find surface areas from nets.',
      ],
      DA: [
        'Ask questions whose answers vary, and collect data to answer them.',
        'Summarise data by centre, spread and shape.',
      ],
    },
    7: {
      RP: [
        'Compute unit rates of fractions.',
        'Decide whether two quantities are proportional and find the constant.',
        'Solve problems of several steps about percent: tax, discount, interest, error.',
      ],
      NS: [
        'Add and subtract rational numbers on a number line and by rules.',
        'Multiply and divide rational numbers and explain the signs.',
      ],
      EE: [
        'Rewrite linear expressions to show what they mean.',
        'Solve equations of two steps that come from a situation.',
        'Solve inequalities and say what the solution means.',
      ],
      GE: [
        'Work with scale drawings.',
        'Find areas and circumferences of circles.',
        'Use facts about angles to find unknown ones.',
      ],
      DA: [
        'Judge a group from a random sample of it.',
        'Compare two groups by their centres and spreads.',
        'Find probabilities of single and combined events by models and by trial.',
      ],
    },
    8: {
      NS: ['Tell rational numbers from irrational ones and place both approximately.'],
      EE: [
        'Use the rules of powers with whole exponents.',
        'Work with very large and very small numbers in scientific notation.',
        'Connect proportional relationships, lines and slope.',
        'Solve linear equations with one, none or endless solutions.',
        'Solve pairs of linear equations by graph and by algebra.',
      ],
      FN: [
        'Explain a function as a rule with one output for each input.',
        'Compare functions given by table, graph, formula or words.',
        'Describe how a quantity changes from the shape of its graph.',
      ],
      GE: [
        'Check which properties slides, turns and flips keep.',
        'Explain the theorem of Pythagoras and use it for distances.',
        'Find volumes of cones, cylinders and spheres.',
      ],
      DA: ['Fit a straight line to paired data and read its slope in context.'],
    },
  },
};
