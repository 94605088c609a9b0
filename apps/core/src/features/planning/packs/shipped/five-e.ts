import type { Pack } from '@k12/contracts/planning/packs';
import {
  lessonsSection,
  lessonTerm,
  reflectionSection,
  resourcesSection,
  standardsSection,
  unitTerm,
} from './common.sections.ts';
import { homework, lessonObjectives } from './lesson.sections.ts';
import { timed } from './timed.ts';
import { support, vocabulary } from './unit.sections.ts';
import { section, words } from './words.ts';

const phases = [
  {
    key: 'engage',
    label: words('Engage', 'Enganchar', 'Accrocher', 'التشويق'),
    help: words(
      'Something that does not fit what they expect. Collect their first explanations and do not correct them yet.',
      'Algo que no encaje con lo que esperan. Recoge sus primeras explicaciones sin corregirlas todavía.',
      'Quelque chose qui contredit leurs attentes. Recueillez les premières explications sans les corriger.',
      'شيء لا يتفق مع توقعاتهم. اجمع تفسيراتهم الأولى ولا تصححها بعد.',
    ),
  },
  {
    key: 'explore',
    label: words('Explore', 'Explorar', 'Explorer', 'الاستكشاف'),
    help: words(
      'Hands before words: what do they try, measure or sort before anybody names the idea? Everybody touches the material.',
      'Manos antes que palabras: ¿qué prueban, miden u ordenan antes de nombrar la idea? Que todos lo toquen.',
      'Les mains avant les mots : que testent, mesurent ou trient-ils avant que l’idée soit nommée ? Chacun manipule.',
      'اليد قبل الكلمة: ماذا يجرّبون أو يقيسون أو يصنّفون قبل تسمية الفكرة؟ الجميع يلمس المواد.',
    ),
  },
  {
    key: 'explain',
    label: words('Explain', 'Explicar', 'Expliquer', 'التفسير'),
    help: words(
      'They explain first, from what they saw; you add the terms and tie them to their words. Plan the two wrong ideas you expect.',
      'Primero explican ellos, desde lo visto; tú añades los términos. Prevé las dos ideas erróneas más probables.',
      'Ils expliquent d’abord, à partir de ce qu’ils ont vu ; vous apportez les termes. Prévoyez deux idées fausses.',
      'يفسرون هم أولًا مما رأوه، ثم تضيف المصطلحات وتربطها بكلماتهم. توقّع فكرتين خاطئتين.',
    ),
  },
  {
    key: 'elaborate',
    label: words('Elaborate', 'Ampliar', 'Approfondir', 'التوسّع'),
    help: words(
      'The same idea in clothes they have not seen. If it only works on the example from yesterday, it is not theirs yet.',
      'La misma idea con otra ropa. Si solo funciona con el ejemplo de ayer, todavía no es suya.',
      'La même idée sous un habit nouveau. Si elle ne marche que sur l’exemple d’hier, elle n’est pas acquise.',
      'الفكرة نفسها في ثوب جديد. إن لم تعمل إلا في مثال الأمس فهي ليست ملكهم بعد.',
    ),
  },
  {
    key: 'evaluate',
    label: words('Evaluate', 'Evaluar', 'Évaluer', 'التقويم'),
    help: words(
      'Return to the first surprise: what do they say about it now? Decide what you will accept as good enough.',
      'Vuelve a la sorpresa inicial: ¿qué dicen ahora? Decide qué aceptarás como suficiente.',
      'Revenez à la surprise du début : qu’en disent-ils à présent ? Décidez de ce qui suffira.',
      'عُد إلى المفاجأة الأولى: ماذا يقولون عنها الآن؟ حدّد ما ستقبله كافيًا.',
    ),
  },
];

const phenomenon = section(
  'phenomenon',
  'rich_text',
  words('What is to be explained', 'Qué hay que explicar', 'Ce qu’il faut expliquer', 'ما المطلوب تفسيره'),
  words(
    'One event or observation that the whole unit returns to. Choose something students can see, not only read about.',
    'Un hecho u observación al que vuelve toda la unidad. Elige algo que se pueda ver, no solo leer.',
    'Un fait ou une observation auxquels toute l’unité revient. Choisissez ce qui se voit, pas seulement ce qui se lit.',
    'حدث أو ملاحظة تعود إليها الوحدة كلها. اختر ما يمكن رؤيته لا قراءته فقط.',
  ),
  { required: true, audience: 'student' },
);

/** Experience before explanation, in five phases. */
export const fiveE: Pack = {
  key: 'five_e',
  version: 1,
  label: words('5E inquiry', 'Indagación 5E', 'Démarche 5E', 'الاستقصاء الخماسي 5E'),
  description: words(
    'Students meet the thing before its name: engage, explore, explain, elaborate, evaluate.',
    'El alumnado conoce la cosa antes que su nombre: enganchar, explorar, explicar, ampliar, evaluar.',
    'L’élève rencontre la chose avant son nom : accrocher, explorer, expliquer, approfondir, évaluer.',
    'يلتقي الطلاب بالشيء قبل اسمه: تشويق، استكشاف، تفسير، توسّع، تقويم.',
  ),
  terminology: { unit: unitTerm, lesson: lessonTerm },
  schemas: [
    {
      key: 'unit',
      plan_kind: 'unit',
      label: words('Unit', 'Unidad', 'Unité', 'وحدة'),
      sections: [
        phenomenon,
        { ...lessonObjectives, max: 20 },
        standardsSection,
        ...phases.map(({ key, label, help }) => section(key, 'rich_text', label, help)),
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
        ...phases.map(({ key, label, help }) => timed(key, label, help)),
        homework,
        resourcesSection,
        reflectionSection,
      ],
    },
  ],
};
