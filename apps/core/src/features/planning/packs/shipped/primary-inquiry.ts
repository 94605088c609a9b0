import type { Pack } from '@k12/contracts/planning/packs';
import { lessonsSection, reflectionSection, resourcesSection, standardsSection } from './common.sections.ts';
import { approachesToLearning, atlDetail, learnerAttributes, relatedConcepts } from './inquiry.sections.ts';
import { activities, check, lessonObjectives } from './lesson.sections.ts';
import { programmeOfInquiry, theme } from './programme-of-inquiry.ts';
import { option, section, words } from './words.ts';

const centralIdea = section(
  'central_idea',
  'text',
  words('Central idea', 'Idea central', 'Idée maîtresse', 'الفكرة المركزية'),
  words(
    'One sentence that is true in many places and times, and that a child can argue with. No names, no dates.',
    'Una frase válida en muchos lugares y épocas y que un niño pueda discutir. Sin nombres ni fechas.',
    'Une phrase vraie en bien des lieux et des temps, qu’un enfant peut discuter. Ni noms ni dates.',
    'جملة تصدق في أماكن وأزمنة كثيرة ويستطيع الطفل مناقشتها. بلا أسماء ولا تواريخ.',
  ),
  { required: true, audience: 'student' },
);

const linesOfInquiry = section(
  'lines_of_inquiry',
  'list',
  words('Lines of inquiry', 'Líneas de indagación', 'Pistes de recherche', 'مسارات الاستقصاء'),
  words(
    'Three or four roads into the central idea. Each should need a different kind of finding out.',
    'Tres o cuatro caminos hacia la idea central. Cada uno exige averiguar de otra manera.',
    'Trois ou quatre chemins vers l’idée. Chacun demande une autre façon de chercher.',
    'ثلاثة مسارات أو أربعة إلى الفكرة المركزية، يحتاج كل منها إلى نوع مختلف من البحث.',
  ),
  { required: true, min: 2, max: 5, audience: 'student' },
);

const keyConcepts = section(
  'key_concepts',
  'choices',
  words('Key concepts', 'Conceptos clave', 'Concepts clés', 'المفاهيم الرئيسة'),
  words(
    'Choose two or three and turn each into a question that you will really ask.',
    'Elige dos o tres y convierte cada uno en una pregunta que harás de verdad.',
    'Choisissez-en deux ou trois et faites de chacun une question que vous poserez vraiment.',
    'اختر مفهومين أو ثلاثة وحوّل كلًّا منها إلى سؤال ستطرحه فعلًا.',
  ),
  {
    required: true,
    min: 1,
    max: 3,
    options: [
      option(
        'form',
        words('Form: what is it like?', 'Forma: ¿cómo es?', 'Forme : comment est-ce ?', 'الشكل: كيف يبدو؟'),
      ),
      option(
        'function',
        words(
          'Function: how does it work?',
          'Función: ¿cómo funciona?',
          'Fonction : comment ça marche ?',
          'الوظيفة: كيف يعمل؟',
        ),
      ),
      option(
        'causation',
        words(
          'Causation: why is it so?',
          'Causa: ¿por qué es así?',
          'Causalité : pourquoi ?',
          'السببية: لماذا هو هكذا؟',
        ),
      ),
      option(
        'change',
        words(
          'Change: how is it changing?',
          'Cambio: ¿cómo cambia?',
          'Changement : comment cela évolue-t-il ?',
          'التغيّر: كيف يتغير؟',
        ),
      ),
      option(
        'connection',
        words(
          'Connection: what is it linked to?',
          'Conexión: ¿con qué se relaciona?',
          'Lien : à quoi est-ce relié ?',
          'الترابط: بماذا يرتبط؟',
        ),
      ),
      option(
        'perspective',
        words(
          'Perspective: how do others see it?',
          'Perspectiva: ¿cómo lo ven otros?',
          'Point de vue : comment d’autres le voient-ils ?',
          'المنظور: كيف يراه الآخرون؟',
        ),
      ),
      option(
        'responsibility',
        words(
          'Responsibility: what should we do?',
          'Responsabilidad: ¿qué debemos hacer?',
          'Responsabilité : que devons-nous faire ?',
          'المسؤولية: ماذا علينا أن نفعل؟',
        ),
      ),
    ],
  },
);

const provocation = section(
  'provocation',
  'rich_text',
  words('Provocation', 'Provocación', 'Amorce', 'المثير'),
  words(
    'The first thing they meet. It should leave the room full of questions and empty of answers.',
    'Lo primero que encuentran. Debe llenar el aula de preguntas y dejarla sin respuestas.',
    'La première rencontre. La classe doit en sortir pleine de questions et sans réponses.',
    'أول ما يلقونه: يملأ الصف أسئلةً ويتركه بلا إجابات.',
  ),
);

const studentQuestions = section(
  'student_questions',
  'list',
  words('Students’ questions', 'Preguntas del alumnado', 'Questions des élèves', 'أسئلة الطلاب'),
  words(
    'Write down what they ask, in their words, as the unit goes on. Come back to them before the end.',
    'Anota lo que preguntan, con sus palabras, a medida que avanza. Vuelve a ellas antes del final.',
    'Notez ce qu’ils demandent, avec leurs mots, au fil de l’unité. Revenez-y avant la fin.',
    'دوّن ما يسألونه بكلماتهم أثناء الوحدة، وعُد إليه قبل النهاية.',
  ),
  { max: 60, audience: 'student' },
);

const assessment = section(
  'assessment',
  'rich_text',
  words('Noticing learning', 'Observar el aprendizaje', 'Observer les apprentissages', 'رصد التعلّم'),
  words(
    'What will you see or hear when the central idea is understood, and when will everybody have had the chance to show it?',
    '¿Qué verás u oirás cuando se comprenda la idea, y cuándo habrán podido mostrarlo todos?',
    'Que verrez-vous ou entendrez-vous quand l’idée sera comprise, et quand chacun aura-t-il pu le montrer ?',
    'ماذا سترى أو تسمع حين تُفهم الفكرة؟ ومتى تتاح للجميع فرصة إظهار ذلك؟',
  ),
);

const action = section(
  'action',
  'rich_text',
  words('Action', 'Acción', 'Action', 'الفعل'),
  words(
    'What might students want to do because of what they learned? Leave room for it; it cannot be assigned.',
    '¿Qué querrán hacer con lo aprendido? Deja espacio: no se puede mandar.',
    'Que pourraient-ils vouloir faire de ce qu’ils ont appris ? Laissez de la place : cela ne s’impose pas.',
    'ماذا قد يرغب الطلاب في فعله بما تعلموه؟ اترك لذلك مجالًا فلا يمكن فرضه.',
  ),
);

/** Inquiry across subjects, for primary years. */
export const primaryInquiry: Pack = {
  key: 'primary_inquiry',
  version: 1,
  label: words('IB PYP style', 'Estilo PEP del IB', 'Style PP de l’IB', 'على نهج برنامج السنوات الابتدائية'),
  description: words(
    'Inquiry across subjects around one central idea, for primary years.',
    'Indagación entre materias en torno a una idea central, para primaria.',
    'Recherche transversale autour d’une idée maîtresse, pour le primaire.',
    'استقصاء عابر للمواد حول فكرة مركزية، للمرحلة الابتدائية.',
  ),
  terminology: {
    unit: {
      one: words('unit of inquiry', 'unidad de indagación', 'module de recherche', 'وحدة استقصاء'),
      many: words('units of inquiry', 'unidades de indagación', 'modules de recherche', 'وحدات استقصاء'),
    },
    lesson: {
      one: words(
        'learning experience',
        'experiencia de aprendizaje',
        'expérience d’apprentissage',
        'خبرة تعلّم',
      ),
      many: words(
        'learning experiences',
        'experiencias de aprendizaje',
        'expériences d’apprentissage',
        'خبرات تعلّم',
      ),
    },
  },
  schemas: [
    {
      key: 'unit',
      plan_kind: 'unit',
      label: words('Unit of inquiry', 'Unidad de indagación', 'Module de recherche', 'وحدة استقصاء'),
      sections: [
        theme,
        centralIdea,
        linesOfInquiry,
        keyConcepts,
        relatedConcepts,
        standardsSection,
        learnerAttributes,
        approachesToLearning,
        atlDetail,
        provocation,
        lessonsSection,
        studentQuestions,
        assessment,
        action,
        resourcesSection,
        reflectionSection,
      ],
    },
    {
      key: 'lesson',
      plan_kind: 'lesson',
      label: words(
        'Learning experience',
        'Experiencia de aprendizaje',
        'Expérience d’apprentissage',
        'خبرة تعلّم',
      ),
      sections: [lessonObjectives, standardsSection, activities, check, resourcesSection, reflectionSection],
    },
    programmeOfInquiry,
  ],
};
