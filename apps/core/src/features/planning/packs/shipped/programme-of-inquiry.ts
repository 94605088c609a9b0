import type { PlanSchema } from '@k12/contracts/planning/packs';
import { field, option, section, words } from './words.ts';

const themes = [
  option(
    'ourselves',
    words('Ourselves and one another', 'Nosotros y los demás', 'Nous et les autres', 'نحن والآخرون'),
  ),
  option(
    'place_and_time',
    words(
      'Our place in space and time',
      'Nuestro lugar en el espacio y el tiempo',
      'Notre place dans l’espace et le temps',
      'مكاننا في المكان والزمان',
    ),
  ),
  option(
    'expression',
    words(
      'Ways of expressing ourselves',
      'Formas de expresarnos',
      'Nos façons de nous exprimer',
      'طرائق تعبيرنا',
    ),
  ),
  option(
    'how_things_work',
    words(
      'How the natural and built world works',
      'Cómo funciona el mundo natural y construido',
      'Comment marche le monde naturel et bâti',
      'كيف يعمل العالم الطبيعي والمصنوع',
    ),
  ),
  option(
    'organisation',
    words(
      'How people organise themselves',
      'Cómo se organizan las personas',
      'Comment les gens s’organisent',
      'كيف ينظّم الناس أنفسهم',
    ),
  ),
  option(
    'sharing',
    words(
      'One planet for all of us',
      'Un planeta para todos',
      'Une planète pour tous',
      'كوكب واحد لنا جميعًا',
    ),
  ),
];

export const theme = section(
  'transdisciplinary_theme',
  'choice',
  words(
    'Transdisciplinary theme',
    'Tema transdisciplinario',
    'Thème transdisciplinaire',
    'المحور العابر للمواد',
  ),
  words(
    'The theme under which this inquiry stands in your programme. Every theme should have its turn each year.',
    'El tema de tu programa al que pertenece. Cada tema debería tener su turno cada año.',
    'Le thème de votre programme auquel ce module se rattache. Chacun devrait avoir son tour dans l’année.',
    'المحور الذي يندرج تحته هذا الاستقصاء في برنامجكم. لكل محور دوره كل عام.',
  ),
  { required: true, options: themes },
);

export const programmeOfInquiry: PlanSchema = {
  key: 'programme_of_inquiry',
  plan_kind: 'document',
  document_type: 'programme_of_inquiry',
  links: { contains: ['unit'], derives_from: ['document'], aligned_with: ['document'] },
  label: words(
    'Programme of inquiry',
    'Programa de indagación',
    'Programme de recherche',
    'برنامج الاستقصاء',
  ),
  sections: [
    section(
      'programme',
      'group',
      words('Inquiries', 'Indagaciones', 'Recherches', 'الاستقصاءات'),
      words(
        'One row for each inquiry and age. Read down a theme: does each year ask something new of the same idea?',
        'Una fila por indagación y edad. Lee cada tema hacia abajo: ¿cada año pide algo nuevo?',
        'Une ligne par recherche et par âge. Lisez un thème de haut en bas : chaque année demande-t-elle du neuf ?',
        'صف لكل استقصاء وعمر. اقرأ المحور من أعلى إلى أسفل: هل تطلب كل سنة شيئًا جديدًا؟',
      ),
      {
        min: 1,
        max: 60,
        fields: [
          field('title', 'text', words('Central idea', 'Idea central', 'Idée maîtresse', 'الفكرة المركزية'), {
            required: true,
          }),
          field('theme', 'choice', words('Theme', 'Tema', 'Thème', 'المحور'), { options: themes }),
          field('ages', 'text', words('Ages', 'Edades', 'Âges', 'الأعمار')),
          field('weeks', 'number', words('Weeks', 'Semanas', 'Semaines', 'الأسابيع'), { min: 0, max: 52 }),
        ],
      },
    ),
    section(
      'balance',
      'rich_text',
      words(
        'Balance of the programme',
        'Equilibrio del programa',
        'Équilibre du programme',
        'توازن البرنامج',
      ),
      words(
        'Which subjects, places and voices appear often, and which hardly at all? Note what to mend next year.',
        '¿Qué materias, lugares y voces aparecen mucho y cuáles casi nunca? Anota qué corregir.',
        'Quels sujets, lieux et voix reviennent souvent, lesquels à peine ? Notez ce qu’il faut corriger.',
        'أي مواد وأماكن وأصوات تتكرر، وأيها يكاد يغيب؟ دوّن ما يُصلَح العام القادم.',
      ),
      { audience: 'teacher' },
    ),
  ],
};
