import type { PrintOptions } from '@k12/contracts/planning/exports';
import type { Placed } from './substitutes.rules.ts';

interface PacketWords {
  title: string;
  teacher: string;
  substitute: string;
  day: string;
  note: string;
  order: string;
  columns: [time: string, section: string, lesson: string, room: string];
  nothing: string;
  places: Record<Placed<object>['place'], string>;
  carried: string;
  printed: (day: string) => string;
}

/** The words of the packet that no plan says. */
export const packetWords: Record<PrintOptions['locale'], PacketWords> = {
  en: {
    title: 'Substitute packet',
    teacher: 'For',
    substitute: 'Substitute',
    day: 'Day',
    note: 'Note from the teacher',
    order: 'The day in order',
    columns: ['Time', 'Section', 'Lesson', 'Room'],
    nothing: 'No lesson is planned for this day.',
    places: { before: 'Last time', day: 'Today', next: 'Next time' },
    carried: 'Still to do from last time',
    printed: (day) => `printed ${day}`,
  },
  es: {
    title: 'Carpeta para la suplencia',
    teacher: 'En lugar de',
    substitute: 'Suplente',
    day: 'Día',
    note: 'Nota del docente',
    order: 'El día en orden',
    columns: ['Hora', 'Grupo', 'Lección', 'Aula'],
    nothing: 'No hay ninguna lección planificada para este día.',
    places: { before: 'La vez anterior', day: 'Hoy', next: 'La próxima vez' },
    carried: 'Pendiente de la vez anterior',
    printed: (day) => `impreso el ${day}`,
  },
  fr: {
    title: 'Dossier de remplacement',
    teacher: 'À la place de',
    substitute: 'Remplaçant',
    day: 'Jour',
    note: 'Mot de l’enseignant',
    order: 'La journée dans l’ordre',
    columns: ['Heure', 'Groupe', 'Leçon', 'Salle'],
    nothing: 'Aucune leçon n’est prévue ce jour.',
    places: { before: 'La dernière fois', day: 'Aujourd’hui', next: 'La prochaine fois' },
    carried: 'Reste à faire de la dernière fois',
    printed: (day) => `imprimé le ${day}`,
  },
  ar: {
    title: 'ملف المعلم البديل',
    teacher: 'بدلاً من',
    substitute: 'المعلم البديل',
    day: 'اليوم',
    note: 'ملاحظة من المعلم',
    order: 'اليوم بالترتيب',
    columns: ['الوقت', 'الشعبة', 'الدرس', 'القاعة'],
    nothing: 'لا يوجد درس مخطط لهذا اليوم.',
    places: { before: 'في المرة السابقة', day: 'اليوم', next: 'في المرة القادمة' },
    carried: 'متبقٍ من المرة السابقة',
    printed: (day) => `طُبع في ${day}`,
  },
};
