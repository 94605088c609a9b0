/** What people say about days and times, by language; all of it as `plain` writes it. */
export interface TimeWords {
  today: string[];
  tomorrow: string[];
  overmorrow: string[];
  yesterday: string[];
  /** Before or after a weekday: the one of next week, counted from today. */
  next: string[];
  this: string[];
  in: string[];
  minutes: string[];
  hours: string[];
  days: string[];
  weeks: string[];
  noon: string[];
  midnight: string[];
  am: string[];
  pm: string[];
  /** Say nothing by themselves. */
  filler: string[];
  /** Numeric dates begin with the month. */
  month_first?: boolean;
}

export const wordsOf: Record<'en' | 'es' | 'fr' | 'ar', TimeWords> = {
  en: {
    today: ['today'],
    tomorrow: ['tomorrow'],
    overmorrow: ['the day after tomorrow', 'day after tomorrow'],
    yesterday: ['yesterday'],
    next: ['next'],
    this: ['this', 'coming'],
    in: ['in'],
    minutes: ['minute', 'minutes', 'min'],
    hours: ['hour', 'hours', 'h'],
    days: ['day', 'days'],
    weeks: ['week', 'weeks'],
    noon: ['noon', 'midday'],
    midnight: ['midnight'],
    am: ['am', 'a.m', 'in the morning'],
    pm: ['pm', 'p.m', 'in the afternoon', 'in the evening'],
    filler: ['at', 'on', 'of', 'the', 'by'],
    month_first: true,
  },
  es: {
    today: ['hoy'],
    tomorrow: ['manana'],
    overmorrow: ['pasado manana'],
    yesterday: ['ayer'],
    next: ['proximo', 'proxima', 'que viene', 'siguiente'],
    this: ['este', 'esta'],
    in: ['en', 'dentro de'],
    minutes: ['minuto', 'minutos', 'min'],
    hours: ['hora', 'horas', 'h'],
    days: ['dia', 'dias'],
    weeks: ['semana', 'semanas'],
    noon: ['mediodia'],
    midnight: ['medianoche'],
    am: ['de la manana', 'am', 'a.m'],
    pm: ['de la tarde', 'de la noche', 'pm', 'p.m'],
    filler: ['a las', 'a la', 'al', 'el', 'la', 'de', 'del', 'a'],
  },
  fr: {
    today: ["aujourd'hui", 'aujourd’hui'],
    tomorrow: ['demain'],
    overmorrow: ['apres-demain', 'apres demain'],
    yesterday: ['hier'],
    next: ['prochain', 'prochaine'],
    this: ['ce', 'cette'],
    in: ['dans'],
    minutes: ['minute', 'minutes', 'min'],
    hours: ['heure', 'heures', 'h'],
    days: ['jour', 'jours'],
    weeks: ['semaine', 'semaines'],
    noon: ['midi'],
    midnight: ['minuit'],
    am: ['du matin'],
    pm: ["de l'apres-midi", 'de l’apres-midi', 'du soir'],
    filler: ['a', 'le', 'la', 'du', 'de'],
  },
  ar: {
    today: ['اليوم'],
    tomorrow: ['غدا'],
    overmorrow: ['بعد غد', 'بعد غدا'],
    yesterday: ['امس'],
    next: ['القادم', 'القادمة', 'المقبل', 'المقبلة'],
    this: ['هذا', 'هذه'],
    in: ['بعد', 'خلال'],
    minutes: ['دقيقة', 'دقائق'],
    hours: ['ساعة', 'ساعات'],
    days: ['يوم', 'ايام', 'يوما'],
    weeks: ['اسبوع', 'اسابيع', 'اسبوعا'],
    noon: ['الظهر', 'ظهرا'],
    midnight: ['منتصف الليل'],
    am: ['صباحا', 'ص'],
    pm: ['مساء', 'م', 'عصرا'],
    filler: ['الساعة', 'في', 'يوم', 'عند', 'من'],
  },
};

/** Small letters, Latin digits, no marks over or under letters, single spaces. */
export function plain(text: string): string {
  return (
    text
      .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[,،]/g, ' ')
      // The point of an abbreviation; those inside a date stay.
      .replace(/(\p{L})\.(?=\s|$)/gu, '$1')
      .replace(/\s+/g, ' ')
      .trim()
  );
}
