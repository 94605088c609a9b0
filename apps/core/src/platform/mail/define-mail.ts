export const mailLocales = ['en', 'es', 'fr', 'ar'] as const;
export type MailLocale = (typeof mailLocales)[number];

/** A mail in plain words; how it looks is the same for all of them. */
export interface MailText {
  subject: string;
  paragraphs: string[];
  /** One button; the path is of the web app. */
  action?: { label: string; path: string };
}

export interface MailTemplate<Values> {
  /** `feature.purpose`, for example `password.reset`. */
  key: string;
  /** Somebody waits for it at the screen: a code, a reset. Goes before all other mail (OPS-100). */
  urgent: boolean;
  texts: Record<MailLocale, (values: Values) => MailText>;
}

/** A feature's mail, in every language of the product. */
export function defineMail<Values>(
  template: Omit<MailTemplate<Values>, 'urgent'> & { urgent?: boolean },
): MailTemplate<Values> {
  return { urgent: false, ...template };
}

export function mailLocale(...wishes: (string | null | undefined)[]): MailLocale {
  for (const wish of wishes) {
    const known = mailLocales.find((locale) => locale === wish);
    if (known) return known;
  }
  return 'en';
}
