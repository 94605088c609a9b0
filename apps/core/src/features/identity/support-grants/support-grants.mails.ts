import { defineMail } from '../../../platform/mail/define-mail.ts';

interface Told {
  operator: string;
  reason: string;
  hours: number;
  has_begun: boolean;
}

/** To the administrators of an organisation: an operator wants in, or is in (IDN-99). */
export const supportMail = defineMail<Told>({
  key: 'support_grant.told',
  texts: {
    en: ({ operator, reason, hours, has_begun }) => ({
      subject: has_begun
        ? `${operator} can look into your organisation`
        : `${operator} asks to look into your organisation`,
      paragraphs: [
        `Reason given: ${reason}`,
        has_begun
          ? `The access lasts ${hours} hours. An administrator can end it at any time.`
          : `Nothing is shown until an administrator agrees. The access would last ${hours} hours.`,
      ],
    }),
    es: ({ operator, reason, hours, has_begun }) => ({
      subject: has_begun ? `${operator} puede ver su organización` : `${operator} pide ver su organización`,
      paragraphs: [
        `Motivo indicado: ${reason}`,
        has_begun
          ? `El acceso dura ${hours} horas. Un administrador puede terminarlo en cualquier momento.`
          : `No se muestra nada hasta que un administrador acepte. El acceso duraría ${hours} horas.`,
      ],
    }),
    fr: ({ operator, reason, hours, has_begun }) => ({
      subject: has_begun
        ? `${operator} peut consulter votre organisation`
        : `${operator} demande à consulter votre organisation`,
      paragraphs: [
        `Motif donné : ${reason}`,
        has_begun
          ? `L’accès dure ${hours} heures. Un administrateur peut y mettre fin à tout moment.`
          : `Rien n’est montré avant l’accord d’un administrateur. L’accès durerait ${hours} heures.`,
      ],
    }),
    ar: ({ operator, reason, hours, has_begun }) => ({
      subject: has_begun ? `يستطيع ${operator} الاطلاع على مؤسستكم` : `يطلب ${operator} الاطلاع على مؤسستكم`,
      paragraphs: [
        `السبب المذكور: ${reason}`,
        has_begun
          ? `مدة الوصول ${hours} ساعة. يمكن لأي مسؤول إنهاؤه في أي وقت.`
          : `لا يُعرض شيء قبل موافقة أحد المسؤولين. مدة الوصول ستكون ${hours} ساعة.`,
      ],
    }),
  },
});
