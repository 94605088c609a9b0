import type { Pack } from '@k12/contracts/planning/packs';
import {
  lessonsSection,
  reflectionSection,
  resourcesSection,
  standardsSection,
  unitTerm,
} from './common.sections.ts';
import { lessonObjectives } from './lesson.sections.ts';
import { timed } from './timed.ts';
import { support, vocabulary } from './unit.sections.ts';
import { field, section, words } from './words.ts';

const purpose = section(
  'purpose',
  'rich_text',
  words('What we are making', 'Qué vamos a crear', 'Ce que nous réalisons', 'ما الذي نصنعه'),
  words(
    'The piece of real work everybody will finish, and for whom. Name what people who do this for a living would call it.',
    'El trabajo real que todos terminarán y para quién. Llámalo como lo llaman quienes viven de ello.',
    'Le travail réel que chacun achèvera, et pour qui. Nommez-le comme les gens du métier.',
    'العمل الحقيقي الذي سينجزه الجميع ولمن. سمِّه كما يسميه أهل المهنة.',
  ),
  { required: true, audience: 'student' },
);

const teachingPoints = section(
  'teaching_points',
  'list',
  words('Teaching points', 'Puntos de enseñanza', 'Points d’enseignement', 'نقاط التعليم'),
  words(
    'Each one a move that students can make in their own work today: “When you want …, you can …”.',
    'Cada uno, un recurso que pueden usar hoy en su trabajo: «Cuando quieras …, puedes …».',
    'Chacun est un geste utilisable aujourd’hui : « Quand tu veux …, tu peux … ».',
    'كل نقطة حركة يمكنهم استعمالها اليوم في عملهم: «عندما تريد … يمكنك …».',
  ),
  { required: true, min: 1, max: 40 },
);

const routines = section(
  'routines',
  'rich_text',
  words('Routines', 'Rutinas', 'Rituels', 'الروتين'),
  words(
    'Where things are kept, how partners are found, what to do when stuck. What you settle here you need not say daily.',
    'Dónde está cada cosa, cómo se forman parejas, qué hacer al atascarse. Lo que se fija aquí no se repite a diario.',
    'Où sont les affaires, comment se forment les binômes, que faire si l’on bloque. Ce qui est réglé ici ne se répète plus.',
    'أين توضع الأشياء، وكيف تتكوّن الثنائيات، وماذا تفعل عند التعثر. ما يستقر هنا لا يُعاد كل يوم.',
  ),
  { audience: 'teacher' },
);

const checkpoints = section(
  'checkpoints',
  'group',
  words('Checkpoints', 'Puntos de control', 'Points d’étape', 'محطات المتابعة'),
  words(
    'Days on which you look at everybody’s work in progress, and the one thing you look for.',
    'Días en que miras el trabajo en curso de todos y la única cosa que buscas.',
    'Les jours où vous regardez le travail de chacun, et la seule chose que vous y cherchez.',
    'أيام تنظر فيها إلى عمل الجميع، والشيء الواحد الذي تبحث عنه.',
  ),
  {
    max: 20,
    fields: [
      field('title', 'text', words('When', 'Cuándo', 'Quand', 'متى'), { required: true }),
      field('look_for', 'text', words('Look for', 'Qué buscar', 'À observer', 'ابحث عن')),
    ],
  },
);

const celebration = section(
  'celebration',
  'rich_text',
  words('Celebration', 'Celebración', 'Mise à l’honneur', 'الاحتفاء'),
  words(
    'How the finished work reaches its audience. Put the date on the calendar on day one.',
    'Cómo llega el trabajo terminado a su público. Pon la fecha el primer día.',
    'Comment le travail achevé rencontre son public. Fixez la date dès le premier jour.',
    'كيف يصل العمل المنجز إلى جمهوره. ضع الموعد في التقويم من اليوم الأول.',
  ),
  { audience: 'student' },
);

const parts = [
  timed(
    'mini_lesson',
    words('Mini-lesson', 'Minilección', 'Mini-leçon', 'الدرس القصير'),
    words(
      'Ten minutes, one teaching point. Show it, let them try it on the spot, send them off with it.',
      'Diez minutos, un punto. Muéstralo, que lo prueben al momento y envíalos a usarlo.',
      'Dix minutes, un point. Montrez, faites essayer sur-le-champ, puis laissez partir.',
      'عشر دقائق ونقطة واحدة. اعرضها ودعهم يجرّبونها فورًا ثم ينطلقون بها.',
    ),
  ),
  timed(
    'work_time',
    words('Work time', 'Tiempo de trabajo', 'Temps de travail', 'وقت العمل'),
    words(
      'The longest part by far. What is everybody working on, and what can they turn to when they believe they are done?',
      'La parte más larga con diferencia. ¿En qué trabajan y a qué pasan cuando creen haber acabado?',
      'De loin le plus long. Sur quoi travaille chacun, et vers quoi se tourner quand on croit avoir fini ?',
      'الجزء الأطول بكثير. علامَ يعمل الجميع، وإلامَ ينتقلون حين يظنون أنهم انتهوا؟',
    ),
  ),
  section(
    'conferring',
    'group',
    words('Conferring', 'Conferencias', 'Entretiens', 'المحادثات الفردية'),
    words(
      'Questions to carry from table to table. Leave each student with one next step and a note for yourself.',
      'Preguntas para llevar de mesa en mesa. Deja a cada quien un paso siguiente y una nota para ti.',
      'Des questions à porter de table en table. Laissez à chacun un pas suivant, et à vous une note.',
      'أسئلة تحملها من طاولة إلى أخرى. اترك لكل طالب خطوة تالية ولنفسك ملاحظة.',
    ),
    {
      audience: 'teacher',
      max: 20,
      fields: [
        field('title', 'text', words('Question', 'Pregunta', 'Question', 'السؤال'), { required: true }),
        field('listen_for', 'text', words('Listen for', 'Escucha si', 'À écouter', 'أصغِ إلى')),
      ],
    },
  ),
  timed(
    'share',
    words('Share', 'Compartir', 'Partage', 'المشاركة'),
    words(
      'One or two pieces of work that show the teaching point, and why you chose them. End on something to try tomorrow.',
      'Uno o dos trabajos que muestren el punto y por qué los elegiste. Cierra con algo para mañana.',
      'Un ou deux travaux qui montrent le point, et pourquoi ceux-là. Finissez sur une piste pour demain.',
      'عمل أو عملان يُظهران النقطة ولماذا اخترتهما. اختم بشيء يُجرَّب غدًا.',
    ),
  ),
];

/** Short teaching, long working, a conversation with everybody. */
export const workshop: Pack = {
  key: 'workshop',
  version: 1,
  label: words('Workshop model', 'Modelo de taller', 'Modèle de l’atelier', 'نموذج الورشة'),
  description: words(
    'A short lesson, a long stretch of real work, conversations one by one, and a shared ending.',
    'Una lección corta, mucho trabajo real, conversaciones una a una y un cierre compartido.',
    'Une courte leçon, un long temps de vrai travail, des entretiens un à un et une fin partagée.',
    'درس قصير، ووقت طويل للعمل الحقيقي، وحوارات فردية، وختام مشترك.',
  ),
  terminology: {
    unit: unitTerm,
    lesson: {
      one: words('workshop session', 'sesión de taller', 'séance d’atelier', 'جلسة ورشة'),
      many: words('workshop sessions', 'sesiones de taller', 'séances d’atelier', 'جلسات ورشة'),
    },
  },
  schemas: [
    {
      key: 'unit',
      plan_kind: 'unit',
      label: words('Unit', 'Unidad', 'Unité', 'وحدة'),
      sections: [
        purpose,
        standardsSection,
        teachingPoints,
        lessonsSection,
        checkpoints,
        vocabulary,
        routines,
        support,
        celebration,
        resourcesSection,
        reflectionSection,
      ],
    },
    {
      key: 'lesson',
      plan_kind: 'lesson',
      label: words('Workshop session', 'Sesión de taller', 'Séance d’atelier', 'جلسة ورشة'),
      sections: [
        { ...lessonObjectives, max: 3 },
        standardsSection,
        ...parts,
        resourcesSection,
        reflectionSection,
      ],
    },
  ],
};
