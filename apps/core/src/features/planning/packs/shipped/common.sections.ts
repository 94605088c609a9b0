import { field, section, words } from './words.ts';

export const unitTerm = {
  one: words('unit', 'unidad', 'unité', 'وحدة'),
  many: words('units', 'unidades', 'unités', 'وحدات'),
};

export const lessonTerm = {
  one: words('lesson', 'lección', 'leçon', 'درس'),
  many: words('lessons', 'lecciones', 'leçons', 'دروس'),
};

export const standardsSection = section(
  'standards',
  'standards',
  words('Standards', 'Estándares', 'Référentiels', 'المعايير'),
  words(
    'Choose the few standards this plan really teaches or checks. Ten aligned in passing tell the next reader less than three that matter.',
    'Elige los pocos estándares que este plan enseña o comprueba de verdad. Diez citados de paso dicen menos que tres que importan.',
    'Choisissez les quelques attendus réellement enseignés ou vérifiés ici. Dix mentions au passage en disent moins que trois qui comptent.',
    'اختر المعايير القليلة التي تُدرَّس أو تُقاس هنا فعلًا. ثلاثة معايير مهمة أوضح للقارئ من عشرة تُذكر عرضًا.',
  ),
);

export const resourcesSection = section(
  'resources',
  'resources',
  words('Resources', 'Recursos', 'Ressources', 'المصادر'),
  words(
    'Attach what another teacher would need to run this tomorrow: texts, handouts, slides, links.',
    'Adjunta lo que otra persona necesitaría para impartir esto mañana: textos, fichas, presentaciones, enlaces.',
    'Joignez ce dont un collègue aurait besoin pour faire cours demain : textes, fiches, diaporamas, liens.',
    'أرفق ما يحتاج إليه زميل ليدرّس هذا غدًا: نصوص وأوراق عمل وعروض وروابط.',
  ),
);

export const lessonsSection = section(
  'lessons',
  'lessons',
  words('Lessons', 'Lecciones', 'Leçons', 'الدروس'),
  words(
    'Put the lessons in the order in which students will meet them. A title and a length are enough to start.',
    'Ordena las lecciones como las vivirá el alumnado. Para empezar bastan un título y una duración.',
    'Rangez les leçons dans l’ordre où les élèves les vivront. Un titre et une durée suffisent pour commencer.',
    'رتّب الدروس كما سيمر بها الطلاب. يكفي عنوان ومدة للبداية.',
  ),
);

export const minutesField = field('minutes', 'number', words('Minutes', 'Minutos', 'Minutes', 'الدقائق'), {
  min: 0,
  max: 600,
});

export const reflectionSection = section(
  'reflection',
  'rich_text',
  words('Reflection', 'Reflexión', 'Bilan', 'تأمّل'),
  words(
    'After teaching: what surprised you, what would you keep, what would you change next time?',
    'Después de impartirlo: ¿qué te sorprendió, qué conservarías, qué cambiarías la próxima vez?',
    'Après coup : qu’est-ce qui vous a surpris, que garder, que changer la prochaine fois ?',
    'بعد التدريس: ما الذي فاجأك؟ ماذا ستُبقي وماذا ستغيّر في المرة القادمة؟',
  ),
  { audience: 'teacher' },
);
