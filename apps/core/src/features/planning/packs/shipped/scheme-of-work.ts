import type { Pack } from '@k12/contracts/planning/packs';
import {
  lessonsSection,
  lessonTerm,
  reflectionSection,
  resourcesSection,
  standardsSection,
} from './common.sections.ts';
import { homework, lessonObjectives } from './lesson.sections.ts';
import { scopeAndSequence } from './scope-and-sequence.ts';
import { timed } from './timed.ts';
import { vocabulary } from './unit.sections.ts';
import { field, option, section, words } from './words.ts';

const intent = section(
  'intent',
  'rich_text',
  words('Intent', 'Intención', 'Intention', 'المقصد'),
  words(
    'Why this, why now, and what it makes possible later in the year.',
    'Por qué esto, por qué ahora y qué hará posible después.',
    'Pourquoi cela, pourquoi maintenant, et ce que cela permettra plus tard.',
    'لماذا هذا، ولماذا الآن، وما الذي يتيحه لاحقًا في العام.',
  ),
  { required: true },
);

const priorKnowledge = section(
  'prior_knowledge',
  'list',
  words('Prior knowledge', 'Conocimientos previos', 'Acquis préalables', 'المعرفة السابقة'),
  words(
    'What must be secure before the first lesson, and where it was taught. Plan the quick check that tells you.',
    'Qué debe estar seguro antes de empezar y dónde se enseñó. Prevé la comprobación rápida.',
    'Ce qui doit être sûr avant de commencer, et où cela fut enseigné. Prévoyez le contrôle rapide.',
    'ما يجب أن يكون راسخًا قبل الدرس الأول وأين دُرّس. خطّط للفحص السريع الذي يخبرك.',
  ),
  { max: 20 },
);

const keyKnowledge = section(
  'key_knowledge',
  'list',
  words('Key knowledge', 'Conocimientos clave', 'Connaissances clés', 'المعارف الأساسية'),
  words(
    'What every pupil will still know next term. Short enough for one side of a knowledge organiser.',
    'Lo que todo el alumnado sabrá aún el próximo trimestre. Que quepa en una cara.',
    'Ce que chaque élève saura encore au trimestre suivant. De quoi tenir sur une page.',
    'ما سيبقى كل تلميذ يعرفه في الفصل القادم، ويتسع له وجه ورقة واحدة.',
  ),
  { required: true, min: 1, max: 30, audience: 'student' },
);

const misconceptions = section(
  'misconceptions',
  'group',
  words('Misconceptions', 'Ideas erróneas', 'Idées fausses', 'المفاهيم الخاطئة'),
  words(
    'What pupils tend to believe, and the question that brings it into the open.',
    'Lo que suelen creer y la pregunta que lo saca a la luz.',
    'Ce que les élèves croient souvent, et la question qui le révèle.',
    'ما يميل التلاميذ إلى اعتقاده والسؤال الذي يكشفه.',
  ),
  {
    audience: 'teacher',
    max: 20,
    fields: [
      field('title', 'text', words('They may think', 'Pueden pensar', 'Ils peuvent croire', 'قد يظنون'), {
        required: true,
      }),
      field('question', 'text', words('Ask', 'Pregunta', 'Demander', 'اسأل')),
    ],
  },
);

const assessmentPoints = section(
  'assessment_points',
  'group',
  words('Assessment points', 'Puntos de evaluación', 'Points d’évaluation', 'نقاط التقييم'),
  words(
    'When you check, how, and what you will do for those who are not there yet.',
    'Cuándo compruebas, cómo y qué harás con quienes aún no llegan.',
    'Quand vous vérifiez, comment, et ce que vous ferez pour ceux qui n’y sont pas encore.',
    'متى تتحقق وكيف، وماذا ستفعل لمن لم يصل بعد.',
  ),
  {
    max: 20,
    fields: [
      field('title', 'text', words('What', 'Qué', 'Quoi', 'ماذا'), { required: true }),
      field('kind', 'choice', words('Kind', 'Tipo', 'Type', 'النوع'), {
        options: [
          option('formative', words('Formative', 'Formativa', 'Formative', 'تكويني')),
          option('summative', words('Summative', 'Sumativa', 'Sommative', 'ختامي')),
        ],
      }),
      field('follow_up', 'text', words('Then', 'Después', 'Ensuite', 'ثم')),
    ],
  },
);

const adaptation = section(
  'adaptation',
  'rich_text',
  words('Adaptive teaching', 'Enseñanza adaptada', 'Adaptations', 'التعليم المتكيّف'),
  words(
    'The same goal for everybody: which supports come and go, and who needs them from the start?',
    'La misma meta para todos: ¿qué apoyos van y vienen, y quién los necesita desde el principio?',
    'Le même but pour tous : quels appuis vont et viennent, et qui en a besoin d’emblée ?',
    'الهدف واحد للجميع: ما الدعائم التي تأتي وتذهب، ومن يحتاج إليها من البداية؟',
  ),
  { audience: 'teacher' },
);

const wider = section(
  'wider_links',
  'rich_text',
  words(
    'Reading, number and wider links',
    'Lectura, cálculo y otros vínculos',
    'Lecture, calcul et autres liens',
    'القراءة والحساب والروابط الأوسع',
  ),
  words(
    'The text everybody reads in this scheme, the numbers they handle, the trip or visitor worth the paperwork.',
    'El texto que todos leen, los números que manejan, la salida o visita que compensa el papeleo.',
    'Le texte que tous liront, les nombres qu’ils manieront, la sortie ou l’invité qui vaut les démarches.',
    'النص الذي يقرؤه الجميع، والأرقام التي يتعاملون معها، والزيارة التي تستحق إجراءاتها.',
  ),
);

const successCriteria = section(
  'success_criteria',
  'list',
  words('Success criteria', 'Criterios de éxito', 'Critères de réussite', 'معايير النجاح'),
  words(
    'How pupils can tell for themselves that they have got there.',
    'Cómo puede saber el propio alumnado que lo ha logrado.',
    'Comment l’élève peut voir lui-même qu’il y est.',
    'كيف يعرف التلميذ بنفسه أنه وصل.',
  ),
  { max: 10, audience: 'student' },
);

const parts = [
  timed(
    'starter',
    words('Starter', 'Inicio', 'Mise en route', 'التمهيد'),
    words(
      'Something everybody can begin without you, that brings back what today needs.',
      'Algo que todos puedan empezar sin ti y que recupere lo que hoy hace falta.',
      'Une tâche que tous commencent sans vous et qui rappelle ce dont on a besoin.',
      'شيء يبدؤه الجميع من دونك ويستحضر ما يحتاجه درس اليوم.',
    ),
  ),
  timed(
    'main',
    words('Main teaching', 'Desarrollo', 'Cœur de la séance', 'العرض الرئيس'),
    words(
      'Explain in small steps, check each one, then let them work. Write down the exact example you will use.',
      'Explica paso a paso, comprueba cada uno y deja trabajar. Anota el ejemplo exacto.',
      'Expliquez par petits pas, vérifiez chacun, puis laissez travailler. Notez l’exemple exact.',
      'اشرح بخطوات صغيرة، وتحقق من كل واحدة، ثم دعهم يعملون. دوّن المثال الذي ستستعمله.',
    ),
  ),
  timed(
    'plenary',
    words('Plenary', 'Cierre', 'Bilan', 'الخاتمة'),
    words(
      'Everybody answers, not only those who put up a hand. Use it to decide where tomorrow begins.',
      'Responden todos, no solo quien levanta la mano. Úsalo para decidir el comienzo de mañana.',
      'Tous répondent, pas seulement ceux qui lèvent la main. Décidez-en le début de demain.',
      'الجميع يجيب لا من يرفع يده فقط. استعمله لتقرر من أين يبدأ الغد.',
    ),
  ),
];

/** A medium-term plan as schools in the United Kingdom write them. */
export const schemeOfWork: Pack = {
  key: 'scheme_of_work',
  version: 1,
  label: words(
    'UK-style scheme of work',
    'Programación al estilo británico',
    'Progression à la britannique',
    'مخطط عمل على النهج البريطاني',
  ),
  description: words(
    'A medium-term plan: intent, what builds on what, assessment points, lessons in three parts.',
    'Un plan a medio plazo: intención, progresión, puntos de evaluación y lecciones en tres partes.',
    'Un plan à moyen terme : intention, progression, points d’évaluation, leçons en trois temps.',
    'خطة متوسطة المدى: المقصد، وما يبنى على ماذا، ونقاط التقييم، ودروس من ثلاثة أجزاء.',
  ),
  terminology: {
    unit: {
      one: words('scheme of work', 'programación', 'séquence', 'مخطط عمل'),
      many: words('schemes of work', 'programaciones', 'séquences', 'مخططات عمل'),
    },
    lesson: lessonTerm,
  },
  schemas: [
    {
      key: 'unit',
      plan_kind: 'unit',
      label: words('Scheme of work', 'Programación', 'Séquence', 'مخطط عمل'),
      sections: [
        intent,
        priorKnowledge,
        keyKnowledge,
        { ...lessonObjectives, max: 20 },
        standardsSection,
        vocabulary,
        misconceptions,
        lessonsSection,
        assessmentPoints,
        adaptation,
        wider,
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
        successCriteria,
        standardsSection,
        ...parts,
        adaptation,
        homework,
        resourcesSection,
        reflectionSection,
      ],
    },
    scopeAndSequence,
  ],
};
