import type { MailLocale, MailText } from './define-mail.ts';

export interface RenderedMail {
  subject: string;
  text: string;
  html: string;
}

const closing: Record<MailLocale, (organisation: string) => string> = {
  en: (name) => `Sent by Homeroom for ${name}. Please do not reply to this address.`,
  es: (name) => `Enviado por Homeroom en nombre de ${name}. No responda a esta dirección.`,
  fr: (name) => `Envoyé par Homeroom pour ${name}. Merci de ne pas répondre à cette adresse.`,
  ar: (name) => `أُرسلت من Homeroom نيابةً عن ${name}. يُرجى عدم الرد على هذا العنوان.`,
};

export interface MailFrame {
  locale: MailLocale;
  organisation: string;
  /** Origin of the web app, for the button. */
  web_url: string;
}

export function renderMail(mail: MailText, frame: MailFrame): RenderedMail {
  const url = mail.action ? new URL(mail.action.path, frame.web_url).href : null;
  const end = closing[frame.locale](frame.organisation);
  const action = mail.action && url ? [`${mail.action.label}:\n${url}`] : [];
  return {
    // A line break in a value must not add a header.
    subject: mail.subject.replace(/[\r\n]+/g, ' ').slice(0, 250),
    text: `${[...mail.paragraphs, ...action, `-- \n${end}`].join('\n\n')}\n`,
    html: renderHtml(mail, url, end, frame.locale),
  };
}

function renderHtml(mail: MailText, url: string | null, end: string, locale: MailLocale): string {
  const direction = locale === 'ar' ? 'rtl' : 'ltr';
  const paragraphs = mail.paragraphs.map((text) => `<p style="margin:0 0 16px">${escapeHtml(text)}</p>`);
  const button =
    mail.action && url
      ? `<p style="margin:0 0 16px"><a href="${escapeHtml(url)}" style="${buttonStyle}">${escapeHtml(mail.action.label)}</a></p>`
      : '';
  return [
    `<!doctype html><html lang="${locale}" dir="${direction}"><head><meta charset="utf-8">`,
    `<title>${escapeHtml(mail.subject)}</title></head><body style="${bodyStyle}">`,
    ...paragraphs,
    button,
    `<p style="margin:24px 0 0;font-size:13px;color:#5b6470">${escapeHtml(end)}</p></body></html>`,
  ].join('\n');
}

const bodyStyle =
  'font:16px/1.5 system-ui,sans-serif;color:#1c2430;max-width:560px;margin:0 auto;padding:24px';
const buttonStyle =
  'display:inline-block;padding:10px 20px;border-radius:6px;background:#1c2430;color:#ffffff;text-decoration:none';

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
