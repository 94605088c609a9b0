import type { Pack } from '@k12/contracts/planning/packs';
import {
  lessonsSection,
  lessonTerm,
  reflectionSection,
  resourcesSection,
  standardsSection,
  unitTerm,
} from './common.sections.ts';
import { approachesToLearning, atlDetail, relatedConcepts } from './inquiry.sections.ts';
import { activities, check, homework, lessonObjectives } from './lesson.sections.ts';
import { support } from './unit.sections.ts';
import { field, option, section, words } from './words.ts';

const keyConcept = section(
  'key_concept',
  'choice',
  words('Key concept', 'Concepto clave', 'Concept clé', 'المفهوم الرئيس'),
  words(
    'One idea that other subjects would recognise. If two seem right, ask which the summative task cannot do without.',
    'Una idea que otras materias reconocerían. Si dudas entre dos, ¿de cuál no puede prescindir la tarea final?',
    'Une idée que les autres matières reconnaîtraient. Entre deux, laquelle est indispensable à la tâche finale ?',
    'فكرة تعرفها المواد الأخرى. إن ترددت بين اثنتين فأيهما لا تستغني عنه المهمة الختامية؟',
  ),
  {
    required: true,
    options: [
      option('aesthetics', words('Aesthetics', 'Estética', 'Esthétique', 'الجمال')),
      option('change', words('Change', 'Cambio', 'Changement', 'التغيّر')),
      option('communication', words('Communication', 'Comunicación', 'Communication', 'التواصل')),
      option('communities', words('Communities', 'Comunidades', 'Communautés', 'المجتمعات')),
      option('connections', words('Connections', 'Conexiones', 'Liens', 'الروابط')),
      option('creativity', words('Creativity', 'Creatividad', 'Créativité', 'الإبداع')),
      option('culture', words('Culture', 'Cultura', 'Culture', 'الثقافة')),
      option('development', words('Development', 'Desarrollo', 'Développement', 'التنمية')),
      option('form', words('Form', 'Forma', 'Forme', 'الشكل')),
      option('identity', words('Identity', 'Identidad', 'Identité', 'الهوية')),
      option('logic', words('Logic', 'Lógica', 'Logique', 'المنطق')),
      option('perspective', words('Perspective', 'Perspectiva', 'Point de vue', 'المنظور')),
      option('relationships', words('Relationships', 'Relaciones', 'Relations', 'العلاقات')),
      option('systems', words('Systems', 'Sistemas', 'Systèmes', 'الأنظمة')),
      option(
        'place',
        words(
          'Time, place and space',
          'Tiempo, lugar y espacio',
          'Temps, lieu et espace',
          'الزمان والمكان والفضاء',
        ),
      ),
      option(
        'interaction',
        words(
          'Interactions across the world',
          'Interacciones en el mundo',
          'Interactions dans le monde',
          'التفاعلات في العالم',
        ),
      ),
    ],
  },
);

const globalContext = section(
  'global_context',
  'choice',
  words('Global context', 'Contexto global', 'Contexte mondial', 'السياق العالمي'),
  words(
    'Why should a thirteen-year-old care about this now? The context is the honest answer.',
    '¿Por qué debería importarle esto ahora a alguien de trece años? El contexto es la respuesta sincera.',
    'Pourquoi un élève de treize ans s’y intéresserait-il ? Le contexte est la réponse honnête.',
    'لماذا يهتم ابن الثالثة عشرة بهذا الآن؟ السياق هو الجواب الصادق.',
  ),
  {
    required: true,
    options: [
      option(
        'identities',
        words(
          'Who we are to ourselves and others',
          'Quiénes somos para nosotros y los demás',
          'Qui nous sommes pour nous et les autres',
          'من نحن لأنفسنا وللآخرين',
        ),
      ),
      option(
        'orientation',
        words(
          'Where and when: journeys and turning points',
          'Dónde y cuándo: viajes y momentos decisivos',
          'Où et quand : parcours et tournants',
          'أين ومتى: الرحلات والمنعطفات',
        ),
      ),
      option(
        'expression',
        words(
          'Personal and shared expression',
          'Expresión personal y compartida',
          'Expression personnelle et partagée',
          'التعبير الشخصي والمشترك',
        ),
      ),
      option(
        'innovation',
        words(
          'Science, technology and what they change',
          'Ciencia, técnica y lo que cambian',
          'Sciences, techniques et ce qu’elles changent',
          'العلم والتقنية وما يغيّرانه',
        ),
      ),
      option(
        'sustainability',
        words(
          'A connected and lasting world',
          'Un mundo conectado y duradero',
          'Un monde relié et durable',
          'عالم مترابط ومستدام',
        ),
      ),
      option(
        'fairness',
        words(
          'Fairness and how things develop',
          'Equidad y desarrollo',
          'Équité et développement',
          'الإنصاف والتنمية',
        ),
      ),
    ],
  },
);

const statement = section(
  'statement_of_inquiry',
  'text',
  words('Statement of inquiry', 'Enunciado de la indagación', 'Énoncé de recherche', 'بيان الاستقصاء'),
  words(
    'Join the concepts and the context in one sentence that would still be true in another subject. Read it aloud to a student.',
    'Une conceptos y contexto en una frase que valga también en otra materia. Léesela a un alumno.',
    'Reliez concepts et contexte en une phrase qui tiendrait dans une autre matière. Lisez-la à un élève.',
    'اجمع المفاهيم والسياق في جملة تصدق في مادة أخرى أيضًا، واقرأها لطالب.',
  ),
  { required: true, audience: 'student' },
);

const questions = [
  section(
    'factual_questions',
    'list',
    words('Factual questions', 'Preguntas fácticas', 'Questions factuelles', 'أسئلة الحقائق'),
    words(
      'They have an answer that can be checked.',
      'Tienen una respuesta que se puede comprobar.',
      'Elles ont une réponse vérifiable.',
      'لها جواب يمكن التحقق منه.',
    ),
    { max: 10, audience: 'student' },
  ),
  section(
    'conceptual_questions',
    'list',
    words('Conceptual questions', 'Preguntas conceptuales', 'Questions conceptuelles', 'أسئلة المفاهيم'),
    words(
      'They connect examples: the same question could be asked of another case.',
      'Conectan ejemplos: valdrían también para otro caso.',
      'Elles relient des exemples : on pourrait les poser à propos d’un autre cas.',
      'تربط الأمثلة: يمكن طرح السؤال نفسه عن حالة أخرى.',
    ),
    { max: 10, audience: 'student' },
  ),
  section(
    'debatable_questions',
    'list',
    words('Debatable questions', 'Preguntas debatibles', 'Questions à débattre', 'أسئلة جدلية'),
    words(
      'Informed people disagree about them. Be ready to argue either side.',
      'Gente informada discrepa. Prepárate para defender ambos lados.',
      'Des gens avertis n’en sont pas d’accord. Soyez prêt à plaider les deux côtés.',
      'يختلف فيها المطّلعون. كن مستعدًّا للدفاع عن كلا الرأيين.',
    ),
    { max: 10, audience: 'student' },
  ),
];

const criteria = section(
  'criteria',
  'choices',
  words('Criteria', 'Criterios', 'Critères', 'المعايير التقويمية'),
  words(
    'Those that the summative task gives evidence of. Two done well tell more than four in passing.',
    'Los que la tarea final evidencia. Dos bien hechos dicen más que cuatro de paso.',
    'Ceux que la tâche finale met en évidence. Deux bien faits en disent plus que quatre effleurés.',
    'ما تقدّم المهمة الختامية دليلًا عليه. اثنان بإتقان خير من أربعة عرضًا.',
  ),
  {
    required: true,
    min: 1,
    max: 4,
    options: ['a', 'b', 'c', 'd'].map((value) =>
      option(
        value,
        words(value.toUpperCase(), value.toUpperCase(), value.toUpperCase(), value.toUpperCase()),
      ),
    ),
  },
);

const summative = section(
  'summative',
  'group',
  words('Summative tasks', 'Tareas sumativas', 'Tâches sommatives', 'المهام الختامية'),
  words(
    'The task, what students hand in, and how it lets them answer the statement of inquiry.',
    'La tarea, qué se entrega y cómo permite responder al enunciado.',
    'La tâche, ce qui est rendu et comment elle répond à l’énoncé.',
    'المهمة، وما يُسلَّم، وكيف تتيح الإجابة عن بيان الاستقصاء.',
  ),
  {
    max: 6,
    fields: [
      field('title', 'text', words('Task', 'Tarea', 'Tâche', 'المهمة'), { required: true }),
      field('product', 'text', words('Handed in', 'Entrega', 'À rendre', 'ما يُسلَّم')),
      field(
        'link',
        'rich_text',
        words('Link to the statement', 'Relación con el enunciado', 'Lien avec l’énoncé', 'الصلة بالبيان'),
      ),
    ],
  },
);

/** Concept-based units for the middle years. */
export const middleYears: Pack = {
  key: 'middle_years',
  version: 1,
  label: words('IB MYP style', 'Estilo PAI del IB', 'Style PEI de l’IB', 'على نهج برنامج السنوات المتوسطة'),
  description: words(
    'Concepts in a context, questions of three kinds, and tasks judged by criteria.',
    'Conceptos en contexto, tres tipos de preguntas y tareas valoradas por criterios.',
    'Des concepts en contexte, trois sortes de questions, des tâches jugées sur critères.',
    'مفاهيم في سياق، وأسئلة من ثلاثة أنواع، ومهام تُقوَّم بمعايير.',
  ),
  terminology: { unit: unitTerm, lesson: lessonTerm },
  schemas: [
    {
      key: 'unit',
      plan_kind: 'unit',
      label: words('Unit', 'Unidad', 'Unité', 'وحدة'),
      sections: [
        keyConcept,
        relatedConcepts,
        globalContext,
        statement,
        ...questions,
        standardsSection,
        criteria,
        summative,
        approachesToLearning,
        atlDetail,
        lessonsSection,
        support,
        resourcesSection,
        reflectionSection,
      ],
    },
    {
      key: 'lesson',
      plan_kind: 'lesson',
      label: words('Lesson', 'Lección', 'Leçon', 'درس'),
      sections: [
        lessonObjectives,
        standardsSection,
        activities,
        check,
        homework,
        resourcesSection,
        reflectionSection,
      ],
    },
  ],
};
