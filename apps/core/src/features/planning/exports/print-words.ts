type Locale = 'en' | 'es' | 'fr' | 'ar';

interface PrintWords {
  teacher: string;
  subjects: string;
  grades: string;
  minutes: string;
  standards: string;
  resources: string;
  contents: string;
  lesson: string;
  version: (number: number) => string;
  draft: string;
  printed: (day: string) => string;
}

/** The words on paper that are not the plan's own. */
export const printWords: Record<Locale, PrintWords> = {
  en: {
    teacher: 'Teacher',
    subjects: 'Subject',
    grades: 'Grade',
    minutes: 'Minutes',
    standards: 'Standards',
    resources: 'Resources',
    contents: 'Contents',
    lesson: 'Lesson',
    version: (number) => `Version ${number}`,
    draft: 'Draft, not a saved version',
    printed: (day) => `printed ${day}`,
  },
  es: {
    teacher: 'Docente',
    subjects: 'Materia',
    grades: 'Grado',
    minutes: 'Minutos',
    standards: 'Estándares',
    resources: 'Recursos',
    contents: 'Contenido',
    lesson: 'Lección',
    version: (number) => `Versión ${number}`,
    draft: 'Borrador, sin versión guardada',
    printed: (day) => `impreso el ${day}`,
  },
  fr: {
    teacher: 'Enseignant',
    subjects: 'Matière',
    grades: 'Niveau',
    minutes: 'Minutes',
    standards: 'Référentiels',
    resources: 'Ressources',
    contents: 'Sommaire',
    lesson: 'Leçon',
    version: (number) => `Version ${number}`,
    draft: 'Brouillon, version non enregistrée',
    printed: (day) => `imprimé le ${day}`,
  },
  ar: {
    teacher: 'المعلم',
    subjects: 'المادة',
    grades: 'الصف',
    minutes: 'الدقائق',
    standards: 'المعايير',
    resources: 'الموارد',
    contents: 'المحتويات',
    lesson: 'الدرس',
    version: (number) => `الإصدار ${number}`,
    draft: 'مسودة، لم تُحفظ كإصدار',
    printed: (day) => `طُبع في ${day}`,
  },
};
