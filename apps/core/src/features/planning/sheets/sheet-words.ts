import type { PrintDocument } from '../../../platform/pdf/print-document.ts';

/** What a kind of sheet says; the frame around it is the same for all. */
export type Sheet = Pick<PrintDocument, 'title' | 'subtitle' | 'school_name' | 'facts' | 'blocks'> & {
  landscape?: boolean;
};

type Locale = 'en' | 'es' | 'fr' | 'ar';

const texts = {
  gradebook: { en: 'Gradebook', es: 'Libro de calificaciones', fr: 'Carnet de notes', ar: 'دفتر الدرجات' },
  roster: { en: 'Class list', es: 'Lista de clase', fr: 'Liste de classe', ar: 'قائمة الفصل' },
  seating: { en: 'Seating list', es: 'Plano de asientos', fr: 'Plan de classe', ar: 'قائمة المقاعد' },
  rubric: { en: 'Rubric', es: 'Rúbrica', fr: 'Grille d’évaluation', ar: 'سُلَّم التقدير' },
  module: { en: 'Module', es: 'Módulo', fr: 'Module', ar: 'وحدة المقرر' },
  map: { en: 'Curriculum map', es: 'Mapa curricular', fr: 'Carte du programme', ar: 'خريطة المنهج' },
  week: { en: 'Week', es: 'Semana', fr: 'Semaine', ar: 'الأسبوع' },
  calendar: { en: 'Calendar', es: 'Calendario', fr: 'Calendrier', ar: 'التقويم' },
  coverage: {
    en: 'Standards coverage',
    es: 'Cobertura de estándares',
    fr: 'Couverture des référentiels',
    ar: 'تغطية المعايير',
  },
  course: { en: 'Class', es: 'Clase', fr: 'Classe', ar: 'الفصل' },
  section: { en: 'Section', es: 'Grupo', fr: 'Groupe', ar: 'الشعبة' },
  teachers: { en: 'Teacher', es: 'Docente', fr: 'Enseignant', ar: 'المعلم' },
  student: { en: 'Student', es: 'Estudiante', fr: 'Élève', ar: 'الطالب' },
  students: { en: 'Students', es: 'Estudiantes', fr: 'Élèves', ar: 'الطلاب' },
  number: { en: 'Number', es: 'Número', fr: 'Numéro', ar: 'الرقم' },
  seat: { en: 'Seat', es: 'Asiento', fr: 'Place', ar: 'المقعد' },
  notes: { en: 'Notes', es: 'Notas', fr: 'Remarques', ar: 'ملاحظات' },
  total: { en: 'Total', es: 'Total', fr: 'Total', ar: 'المجموع' },
  points: { en: 'Points', es: 'Puntos', fr: 'Points', ar: 'النقاط' },
  due: { en: 'Due', es: 'Entrega', fr: 'À rendre', ar: 'موعد التسليم' },
  category: { en: 'Category', es: 'Categoría', fr: 'Catégorie', ar: 'الفئة' },
  criterion: { en: 'Criterion', es: 'Criterio', fr: 'Critère', ar: 'المعيار' },
  instructions: { en: 'Instructions', es: 'Instrucciones', fr: 'Consignes', ar: 'التعليمات' },
  name: { en: 'Name', es: 'Nombre', fr: 'Nom', ar: 'الاسم' },
  state: { en: 'State', es: 'Estado', fr: 'État', ar: 'الحالة' },
  item: { en: 'Item', es: 'Elemento', fr: 'Élément', ar: 'العنصر' },
  legend: { en: 'Key', es: 'Leyenda', fr: 'Légende', ar: 'مفتاح الرموز' },
  missing: { en: 'M missing', es: 'M falta', fr: 'M manquant', ar: 'M ناقص' },
  late: { en: 'L late', es: 'L con retraso', fr: 'L en retard', ar: 'L متأخر' },
  excused: { en: 'EX excused', es: 'EX exento', fr: 'EX dispensé', ar: 'EX معفى' },
  unit: { en: 'Unit', es: 'Unidad', fr: 'Unité', ar: 'الوحدة' },
  from: { en: 'From', es: 'Desde', fr: 'Du', ar: 'من' },
  to: { en: 'To', es: 'Hasta', fr: 'Au', ar: 'إلى' },
  hour: { en: 'Time', es: 'Hora', fr: 'Heure', ar: 'الوقت' },
  nothing: { en: 'Nothing planned', es: 'Nada previsto', fr: 'Rien de prévu', ar: 'لا شيء مخطط' },
  standard: { en: 'Standard', es: 'Estándar', fr: 'Référentiel', ar: 'المعيار' },
  statement: { en: 'Statement', es: 'Enunciado', fr: 'Énoncé', ar: 'النص' },
  planned: { en: 'Planned', es: 'Planificado', fr: 'Prévu', ar: 'مخطط' },
  taught: { en: 'Taught', es: 'Enseñado', fr: 'Enseigné', ar: 'تم تدريسه' },
  assessed: { en: 'Assessed', es: 'Evaluado', fr: 'Évalué', ar: 'تم تقييمه' },
  framework: { en: 'Framework', es: 'Marco', fr: 'Cadre', ar: 'الإطار' },
} as const satisfies Record<string, Record<Locale, string>>;

type Word = keyof typeof texts;

const printed: Record<Locale, (day: string, by: string) => string> = {
  en: (day, by) => `Printed ${day} by ${by}`,
  es: (day, by) => `Impreso el ${day} por ${by}`,
  fr: (day, by) => `Imprimé le ${day} par ${by}`,
  ar: (day, by) => `طُبع في ${day} بواسطة ${by}`,
};

/** Digits that stand in tables of grades are the same in all four languages. */
const tags: Record<Locale, string> = { en: 'en', es: 'es', fr: 'fr', ar: 'ar-u-nu-latn' };

function wordsOf(locale: Locale) {
  const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(tags[locale], options);
  const day = format({ dateStyle: 'medium', timeZone: 'UTC' });
  const weekday = format({ weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' });
  const month = format({ month: 'long', year: 'numeric', timeZone: 'UTC' });
  const noon = (text: string) => new Date(`${text}T12:00:00Z`);
  const entries = (Object.keys(texts) as Word[]).map((word) => [word, texts[word][locale]]);
  return {
    ...(Object.fromEntries(entries) as Record<Word, string>),
    printed: printed[locale],
    day: (text: string) => day.format(noon(text)),
    weekday: (text: string) => weekday.format(noon(text)),
    month: (text: string) => month.format(noon(text)),
    instant: (text: string, timeZone: string) =>
      format({ dateStyle: 'medium', timeStyle: 'short', timeZone }).format(new Date(text)),
    time: (text: string, timeZone: string) =>
      format({ hour: 'numeric', minute: '2-digit', timeZone }).format(new Date(text)),
  };
}

export type SheetWords = ReturnType<typeof wordsOf>;

export const sheetWords: Record<Locale, SheetWords> = {
  en: wordsOf('en'),
  es: wordsOf('es'),
  fr: wordsOf('fr'),
  ar: wordsOf('ar'),
};
