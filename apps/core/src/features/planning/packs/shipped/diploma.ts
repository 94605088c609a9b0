import type { Pack } from '@k12/contracts/planning/packs';
import {
  lessonsSection,
  lessonTerm,
  reflectionSection,
  resourcesSection,
  standardsSection,
  unitTerm,
} from './common.sections.ts';
import { approachesToLearning, atlDetail } from './inquiry.sections.ts';
import { activities, check, homework, lessonObjectives } from './lesson.sections.ts';
import { support, vocabulary } from './unit.sections.ts';
import { field, option, section, words } from './words.ts';

const content = section(
  'content',
  'list',
  words('Content', 'Contenido', 'Contenu', 'المحتوى'),
  words(
    'Syllabus points of this unit, in the order you will teach them. Mark what only the higher level meets.',
    'Puntos del programa en el orden en que los enseñarás. Señala lo que solo ve el nivel superior.',
    'Les points du programme, dans l’ordre d’enseignement. Signalez ce qui relève du seul niveau supérieur.',
    'نقاط المنهج بترتيب تدريسها. أشر إلى ما يخص المستوى الأعلى وحده.',
  ),
  { required: true, min: 1, max: 40 },
);

const skills = section(
  'skills',
  'list',
  words('Skills', 'Destrezas', 'Compétences', 'المهارات'),
  words(
    'What students must be able to do with this content under time pressure and without you.',
    'Qué deben saber hacer con el contenido, con poco tiempo y sin ti.',
    'Ce que les élèves doivent savoir faire de ce contenu, en temps limité et sans vous.',
    'ما يجب أن يستطيع الطلاب فعله بهذا المحتوى تحت ضغط الوقت ومن دونك.',
  ),
  { required: true, min: 1, max: 30 },
);

const bigQuestion = section(
  'guiding_question',
  'text',
  words('Guiding question', 'Pregunta guía', 'Question directrice', 'السؤال الموجّه'),
  words(
    'The question that would make a student outside this course want to sit in.',
    'La pregunta por la que alguien de fuera querría asistir.',
    'La question qui donnerait envie d’assister au cours à un élève d’ailleurs.',
    'السؤال الذي يجعل طالبًا من خارج المقرر يرغب في الحضور.',
  ),
  { audience: 'student' },
);

const core = section(
  'core_connections',
  'group',
  words(
    'Connections to the core',
    'Conexiones con el tronco común',
    'Liens avec le tronc commun',
    'الصلة بمحور البرنامج',
  ),
  words(
    'Where does the subject reach beyond itself? One honest connection that gets time in class is enough.',
    '¿Dónde se sale la materia de sí misma? Basta una conexión sincera a la que dediques tiempo.',
    'Où la matière sort-elle d’elle-même ? Un lien sincère, auquel on donne du temps, suffit.',
    'أين تتجاوز المادة حدودها؟ صلة صادقة واحدة تنال وقتًا في الصف تكفي.',
  ),
  {
    max: 10,
    fields: [
      field('area', 'choice', words('Part of the core', 'Parte', 'Élément', 'الجزء'), {
        required: true,
        options: [
          option(
            'knowledge',
            words(
              'Theory of knowledge',
              'Teoría del Conocimiento',
              'Théorie de la connaissance',
              'نظرية المعرفة',
            ),
          ),
          option('essay', words('Extended essay', 'Monografía', 'Mémoire', 'المقالة المطوّلة')),
          option(
            'service',
            words(
              'Creativity, activity, service',
              'Creatividad, actividad y servicio',
              'Créativité, activité, service',
              'الإبداع والنشاط والخدمة',
            ),
          ),
        ],
      }),
      field('detail', 'rich_text', words('How', 'Cómo', 'Comment', 'كيف')),
    ],
  },
);

const assessment = section(
  'assessment',
  'group',
  words('Assessment', 'Evaluación', 'Évaluation', 'التقييم'),
  words(
    'What is practised for the examination, what counts for coursework, and when students get an answer they can act on.',
    'Qué se practica para el examen, qué cuenta como trabajo evaluado y cuándo reciben comentarios útiles.',
    'Ce qui prépare l’examen, ce qui compte comme travail noté, et quand vient un retour utilisable.',
    'ما يُتدرَّب عليه للامتحان، وما يُحسب من أعمال المقرر، ومتى يتلقى الطلاب ردًّا يمكنهم العمل به.',
  ),
  {
    required: true,
    min: 1,
    max: 20,
    fields: [
      field('title', 'text', words('Task', 'Tarea', 'Tâche', 'المهمة'), { required: true }),
      field('kind', 'choice', words('Kind', 'Tipo', 'Type', 'النوع'), {
        options: [
          option('formative', words('On the way', 'Formativa', 'En chemin', 'تكويني')),
          option('internal', words('Internal', 'Interna', 'Interne', 'داخلي')),
          option('external', words('External', 'Externa', 'Externe', 'خارجي')),
        ],
      }),
      field('feedback', 'text', words('Feedback', 'Comentarios', 'Retour', 'التغذية الراجعة')),
    ],
  },
);

const pitfalls = section(
  'pitfalls',
  'list',
  words('Where marks are lost', 'Dónde se pierden puntos', 'Où l’on perd des points', 'أين تضيع الدرجات'),
  words(
    'Mistakes that came up last year, and what you will do earlier this time.',
    'Errores del año pasado y qué harás antes esta vez.',
    'Les erreurs de l’an passé, et ce que vous ferez plus tôt cette fois.',
    'أخطاء تكررت العام الماضي وما ستفعله مبكرًا هذه المرة.',
  ),
  { max: 20, audience: 'teacher' },
);

/** Syllabus-led courses for the last two years. */
export const diploma: Pack = {
  key: 'diploma',
  version: 1,
  label: words('IB DP style', 'Estilo PD del IB', 'Style PD de l’IB', 'على نهج برنامج الدبلوم'),
  description: words(
    'Content and skills of a syllabus, tied to the core of the programme and to its assessment.',
    'Contenido y destrezas de un programa, ligados al tronco común y a su evaluación.',
    'Contenus et compétences d’un programme, liés au tronc commun et à l’évaluation.',
    'محتوى المنهج ومهاراته، موصولة بمحور البرنامج وبتقييمه.',
  ),
  terminology: { unit: unitTerm, lesson: lessonTerm },
  schemas: [
    {
      key: 'unit',
      plan_kind: 'unit',
      label: words('Unit', 'Unidad', 'Unité', 'وحدة'),
      sections: [
        bigQuestion,
        content,
        skills,
        standardsSection,
        core,
        approachesToLearning,
        atlDetail,
        assessment,
        pitfalls,
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
