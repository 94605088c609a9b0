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
import { support } from './unit.sections.ts';
import { field, section, words } from './words.ts';

const desiredResults = [
  section(
    'transfer',
    'rich_text',
    words('Transfer goal', 'Meta de transferencia', 'But de transfert', 'هدف النقل'),
    words(
      'Years from now, in a place that does not look like school, what should they be able to do on their own with this?',
      'Dentro de años, lejos de la escuela, ¿qué deberían saber hacer por su cuenta con esto?',
      'Dans des années, loin de l’école, que devraient-ils savoir faire seuls avec cela ?',
      'بعد سنوات، وفي مكان لا يشبه المدرسة، ماذا ينبغي أن يستطيعوا فعله بهذا وحدهم؟',
    ),
  ),
  standardsSection,
  section(
    'understandings',
    'list',
    words('Understandings', 'Comprensiones', 'Compréhensions', 'الأفهام'),
    words(
      'Full sentences that a thoughtful person could doubt. If it can be looked up in a second, it belongs under knowledge.',
      'Frases completas de las que alguien sensato podría dudar. Si se consulta en un segundo, va en conocimientos.',
      'Des phrases complètes dont on pourrait raisonnablement douter. Si cela se vérifie d’un clic, c’est une connaissance.',
      'جمل تامة قد يشك فيها شخص متأمل. ما يمكن البحث عنه في ثانية فمكانه المعارف.',
    ),
    { required: true, min: 1, max: 12 },
  ),
  section(
    'essential_questions',
    'list',
    words('Essential questions', 'Preguntas esenciales', 'Questions essentielles', 'الأسئلة الجوهرية'),
    words(
      'Open enough to be worth asking again in the last week, and again next year. Two good ones are plenty.',
      'Tan abiertas que valga la pena repetirlas la última semana y el próximo año. Con dos buenas basta.',
      'Assez ouvertes pour être reposées la dernière semaine, et l’an prochain. Deux bonnes suffisent.',
      'مفتوحة بما يكفي لتُطرح ثانية في الأسبوع الأخير وفي العام القادم. اثنان جيدان يكفيان.',
    ),
    { required: true, min: 1, max: 8, audience: 'student' },
  ),
  section(
    'knowledge',
    'list',
    words('Students will know', 'El alumnado sabrá', 'Les élèves sauront', 'سيعرف الطلاب'),
    words(
      'Facts, terms and ideas that later lessons lean on. Leave out what will be forgotten and not missed.',
      'Hechos, términos e ideas en que se apoyan las lecciones. Omite lo que se olvidará sin echarse en falta.',
      'Faits, termes et idées sur lesquels la suite s’appuie. Laissez ce qui s’oubliera sans manquer.',
      'حقائق ومصطلحات وأفكار تستند إليها الدروس. اترك ما سيُنسى دون أن يُفتقد.',
    ),
    { max: 20 },
  ),
  section(
    'skills',
    'list',
    words(
      'Students will be able to',
      'El alumnado será capaz de',
      'Les élèves seront capables de',
      'سيستطيع الطلاب',
    ),
    words(
      'Begin each with a verb. Name the procedure, not the worksheet it is practised on.',
      'Empieza con un verbo. Nombra el procedimiento, no la ficha con que se practica.',
      'Commencez par un verbe. Nommez la démarche, pas la fiche qui l’exerce.',
      'ابدأ بفعل. سمِّ الإجراء لا ورقة العمل التي يُتدرّب عليها.',
    ),
    { max: 20 },
  ),
];

const evidence = [
  section(
    'performance_tasks',
    'group',
    words('Performance tasks', 'Tareas de desempeño', 'Tâches complexes', 'مهام الأداء'),
    words(
      'A task with a purpose and somebody to do it for. Ask: could a student succeed here without the understanding? Then change it.',
      'Una tarea con propósito y destinatario. ¿Podría hacerse bien sin haber comprendido? Entonces cámbiala.',
      'Une tâche avec un but et un destinataire. Peut-on la réussir sans avoir compris ? Alors changez-la.',
      'مهمة لها غاية ومتلقٍّ. هل ينجح الطالب فيها دون فهم؟ إذن غيّرها.',
    ),
    {
      required: true,
      min: 1,
      max: 10,
      fields: [
        field('title', 'text', words('Task', 'Tarea', 'Tâche', 'المهمة'), { required: true }),
        field('situation', 'rich_text', words('Situation', 'Situación', 'Situation', 'الموقف')),
        field('criteria', 'text', words('Judged by', 'Se valora por', 'Jugée sur', 'معايير الحكم')),
      ],
    },
  ),
  section(
    'other_evidence',
    'list',
    words('Other evidence', 'Otras evidencias', 'Autres preuves', 'أدلة أخرى'),
    words(
      'Quizzes, conversations, notebooks, what you see while walking around. Small and often beats large and late.',
      'Cuestionarios, conversaciones, cuadernos, lo que ves al circular. Poco y a menudo gana a mucho y tarde.',
      'Quiz, échanges, cahiers, ce que l’on voit en circulant. Peu et souvent vaut mieux que gros et tard.',
      'اختبارات قصيرة وحوارات ودفاتر وما تراه وأنت تتجول. القليل المتكرر خير من الكثير المتأخر.',
    ),
    { max: 20 },
  ),
  section(
    'self_assessment',
    'rich_text',
    words('Students judge their own work', 'Autoevaluación', 'Autoévaluation', 'تقويم الطالب لعمله'),
    words(
      'When do they compare what they made with what good looks like, while there is still time to improve it?',
      '¿Cuándo comparan lo suyo con un buen ejemplo, con tiempo aún para mejorar?',
      'Quand comparent-ils leur travail à un bon exemple, avec encore le temps de l’améliorer ?',
      'متى يقارنون عملهم بنموذج جيد وما زال هناك وقت لتحسينه؟',
    ),
  ),
];

const learningPlan = [
  section(
    'starting_point',
    'rich_text',
    words('Where students start', 'Punto de partida', 'Point de départ', 'نقطة البداية'),
    words(
      'How will you find out, before day one, what they know already and what they are likely to have wrong?',
      '¿Cómo averiguarás antes del primer día qué saben y qué suelen entender mal?',
      'Comment saurez-vous, avant le premier jour, ce qu’ils savent et ce qu’ils croient à tort ?',
      'كيف ستعرف قبل اليوم الأول ما يعرفونه وما قد يفهمونه خطأ؟',
    ),
    { audience: 'teacher' },
  ),
  section(
    'learning_plan',
    'rich_text',
    words('Learning plan', 'Plan de aprendizaje', 'Plan d’apprentissage', 'خطة التعلّم'),
    words(
      'The path in a page: what hooks them, what they meet in which order, where they practise, where they put it together.',
      'El camino en una página: qué engancha, qué encuentran y en qué orden, dónde practican y dónde integran.',
      'Le parcours en une page : ce qui accroche, ce qu’ils découvrent et dans quel ordre, où ils s’exercent, où ils relient.',
      'المسار في صفحة: ما يشدّهم، وما يتعلمونه بالترتيب، وأين يتدربون، وأين يجمعون ما تعلموه.',
    ),
  ),
  lessonsSection,
  support,
  resourcesSection,
  reflectionSection,
];

/** Planned from the end: results first, then what would prove them, then the lessons. */
export const backwardDesign: Pack = {
  key: 'backward_design',
  version: 1,
  label: words(
    'Understanding by Design style',
    'Estilo Understanding by Design',
    'Style Understanding by Design',
    'على نهج Understanding by Design',
  ),
  description: words(
    'Plan from the end: what should last, what would show it, and only then what happens in class.',
    'Planifica desde el final: qué debe perdurar, qué lo demostraría y solo después qué pasa en clase.',
    'Partir de la fin : ce qui doit rester, ce qui le prouverait, puis seulement ce qui se passe en classe.',
    'خطّط من النهاية: ما الذي ينبغي أن يبقى، وما الذي يثبته، ثم ما يحدث في الصف.',
  ),
  terminology: { unit: unitTerm, lesson: lessonTerm },
  schemas: [
    {
      key: 'unit',
      plan_kind: 'unit',
      label: words('Unit', 'Unidad', 'Unité', 'وحدة'),
      sections: [...desiredResults, ...evidence, ...learningPlan],
    },
    {
      key: 'lesson',
      plan_kind: 'lesson',
      label: words('Lesson', 'Lección', 'Leçon', 'درس'),
      sections: [
        lessonObjectives,
        section(
          'question',
          'text',
          words('Question of the day', 'Pregunta del día', 'Question du jour', 'سؤال اليوم'),
          words(
            'Which essential question does this lesson move on, and by how much?',
            '¿Qué pregunta esencial hace avanzar esta lección, y cuánto?',
            'Quelle question essentielle cette leçon fait-elle avancer, et de combien ?',
            'أي سؤال جوهري يدفعه هذا الدرس إلى الأمام، وبأي قدر؟',
          ),
          { audience: 'student' },
        ),
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
