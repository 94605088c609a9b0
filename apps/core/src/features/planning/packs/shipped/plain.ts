import type { Pack } from '@k12/contracts/planning/packs';
import {
  lessonsSection,
  lessonTerm,
  reflectionSection,
  resourcesSection,
  standardsSection,
  unitTerm,
} from './common.sections.ts';
import { activities, check, homework, lessonObjectives } from './lesson.sections.ts';
import { scopeAndSequence } from './scope-and-sequence.ts';
import { support, vocabulary } from './unit.sections.ts';
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
    scopeAndSequence,
  ],
};
