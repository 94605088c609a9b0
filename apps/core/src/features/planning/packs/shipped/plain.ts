import type { Pack } from '@k12/contracts/planning/packs';
import {
  lessonsSection,
  lessonTerm,
  minutesField,
  reflectionSection,
  resourcesSection,
  standardsSection,
  unitTerm,
} from './common.sections.ts';
import { field, section, words } from './words.ts';

const overview = section(
  'overview',
  'rich_text',
  words('Overview', 'Presentación', 'Présentation', 'نظرة عامة'),
  words(
    'Three or four sentences: what this unit is about, why it is worth the time, and what students already bring to it.',
    'Tres o cuatro frases: de qué trata la unidad, por qué merece ese tiempo y qué trae ya el alumnado.',
    'Trois ou quatre phrases : le sujet, ce qui justifie le temps passé, et ce que les élèves savent déjà.',
    'ثلاث أو أربع جمل: موضوع الوحدة، ولماذا تستحق الوقت، وما الذي يعرفه الطلاب مسبقًا.',
  ),
);

const objectives = section(
  'objectives',
  'list',
  words('Objectives', 'Objetivos', 'Objectifs', 'الأهداف'),
  words(
    'Write each one as something a student can be seen to do. If you could not tell from their work whether they can, reword it.',
    'Escribe cada uno como algo que se puede ver hacer. Si el trabajo del alumnado no lo demostraría, replantéalo.',
    'Formulez chacun comme quelque chose que l’on peut voir faire. Si une copie ne permet pas d’en juger, reformulez.',
    'اكتب كل هدف كشيء يمكن رؤية الطالب يفعله. إن لم يظهر في عمله فأعد الصياغة.',
  ),
  { required: true, min: 1, max: 20 },
);

const unitAssessment = section(
  'assessment',
  'group',
  words('Assessment', 'Evaluación', 'Évaluation', 'التقييم'),
  words(
    'List the moments at which you will know where everybody stands, the small ones too. Decide them before the activities.',
    'Enumera los momentos en que sabrás cómo va cada persona, también los pequeños. Decídelos antes que las actividades.',
    'Listez les moments où vous saurez où chacun en est, même les petits. Décidez-en avant les activités.',
    'اذكر اللحظات التي ستعرف فيها مستوى كل طالب، حتى الصغيرة منها، وحددها قبل الأنشطة.',
  ),
  {
    max: 30,
    fields: [
      field('title', 'text', words('What', 'Qué', 'Quoi', 'ماذا'), { required: true }),
      field('shows', 'text', words('What it shows', 'Qué muestra', 'Ce que cela montre', 'ما الذي يُظهره')),
    ],
  },
);

const vocabulary = section(
  'vocabulary',
  'group',
  words('Vocabulary', 'Vocabulario', 'Vocabulaire', 'المفردات'),
  words(
    'Words students will need to speak and write about this themselves, with an explanation in their language.',
    'Palabras que el alumnado necesitará para hablar y escribir sobre esto, explicadas a su manera.',
    'Les mots dont les élèves auront besoin pour en parler et en écrire, expliqués à leur portée.',
    'كلمات يحتاج إليها الطلاب للتحدث والكتابة عن الموضوع، مشروحة بلغتهم.',
  ),
  {
    audience: 'student',
    max: 60,
    fields: [
      field('word', 'text', words('Word', 'Palabra', 'Mot', 'الكلمة'), { required: true }),
      field('meaning', 'text', words('Meaning', 'Significado', 'Sens', 'المعنى')),
    ],
  },
);

const support = section(
  'support',
  'rich_text',
  words('Support and stretch', 'Apoyo y ampliación', 'Soutien et approfondissement', 'الدعم والإثراء'),
  words(
    'What will you change for students who need another way in, and for those who are ready to go further?',
    '¿Qué cambiarás para quien necesita otra forma de entrar y para quien puede ir más lejos?',
    'Que modifierez-vous pour ceux qui ont besoin d’une autre entrée, et pour ceux qui peuvent aller plus loin ?',
    'ماذا ستغيّر لمن يحتاج إلى مدخل آخر، ولمن هو مستعد للمزيد؟',
  ),
  { audience: 'teacher' },
);

const lessonObjectives = section(
  'objectives',
  'list',
  words('Objectives', 'Objetivos', 'Objectifs', 'الأهداف'),
  words(
    'One or two. What will students be able to do at the end of this lesson that they could not do before it?',
    'Uno o dos. ¿Qué podrán hacer al terminar que antes no podían?',
    'Un ou deux. Que sauront faire les élèves en sortant qu’ils ne savaient pas faire en entrant ?',
    'هدف أو هدفان. ماذا سيستطيع الطلاب فعله في نهاية الدرس ولم يكونوا يستطيعونه قبله؟',
  ),
  { required: true, min: 1, max: 10 },
);

const activities = section(
  'activities',
  'group',
  words('Activities', 'Actividades', 'Activités', 'الأنشطة'),
  words(
    'In order, with minutes. Leave a little slack: the best moment of a lesson is rarely the planned one.',
    'En orden y con minutos. Deja algo de margen: el mejor momento rara vez es el previsto.',
    'Dans l’ordre, avec les minutes. Gardez de la marge : le meilleur moment est rarement celui qu’on avait prévu.',
    'بالترتيب مع الدقائق. اترك بعض الوقت: أفضل لحظة في الدرس نادرًا ما تكون مخططة.',
  ),
  {
    max: 40,
    fields: [
      field('title', 'text', words('Activity', 'Actividad', 'Activité', 'النشاط'), { required: true }),
      minutesField,
      field('detail', 'rich_text', words('Detail', 'Detalle', 'Déroulement', 'التفاصيل')),
    ],
  },
);

const check = section(
  'check',
  'text',
  words('Check for understanding', 'Comprobación', 'Vérification', 'التحقق من الفهم'),
  words(
    'One question or task near the end that tells you what to do first next time.',
    'Una pregunta o tarea hacia el final que te diga por dónde empezar la próxima vez.',
    'Une question ou une tâche vers la fin, qui dira par quoi commencer la fois suivante.',
    'سؤال أو مهمة قرب النهاية تخبرك بما تبدأ به في المرة القادمة.',
  ),
);

const homework = section(
  'homework',
  'rich_text',
  words('Homework', 'Tareas', 'Travail à la maison', 'الواجب'),
  words(
    'Only what students can do without help at home. Leave empty when there is none.',
    'Solo lo que se pueda hacer en casa sin ayuda. Déjalo vacío si no hay.',
    'Seulement ce que l’élève peut faire seul chez lui. Laissez vide s’il n’y en a pas.',
    'ما يستطيع الطالب فعله في البيت دون مساعدة فقط. اتركه فارغًا إن لم يوجد.',
  ),
  { audience: 'student' },
);

/** The platform's default: the least a colleague needs to teach from. */
export const plain: Pack = {
  key: 'plain',
  version: 1,
  label: words('Plain', 'Sencillo', 'Simple', 'بسيط'),
  description: words(
    'A short plan with the parts every unit has, and nothing that must be filled in for its own sake.',
    'Un plan corto con las partes que tiene toda unidad, sin nada que rellenar por rellenar.',
    'Un plan court avec ce que toute unité comporte, sans rubrique à remplir pour la forme.',
    'خطة قصيرة بالأجزاء الموجودة في كل وحدة، دون حقول تُملأ لمجرد الملء.',
  ),
  terminology: { unit: unitTerm, lesson: lessonTerm },
  schemas: [
    {
      key: 'unit',
      plan_kind: 'unit',
      label: words('Unit', 'Unidad', 'Unité', 'وحدة'),
      sections: [
        overview,
        objectives,
        standardsSection,
        unitAssessment,
        vocabulary,
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
