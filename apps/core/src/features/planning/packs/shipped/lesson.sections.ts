import { minutesField } from './common.sections.ts';
import { field, section, words } from './words.ts';

export const lessonObjectives = section(
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

export const activities = section(
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

export const check = section(
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

export const homework = section(
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
