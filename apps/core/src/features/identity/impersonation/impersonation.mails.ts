import { defineMail } from '../../../platform/mail/define-mail.ts';

interface Told {
  actor: string;
  target: string;
  reason: string;
  visited: string[];
}

export const impersonatedMail = defineMail<Told>({
  key: 'impersonation.ended',
  texts: {
    en: ({ actor, target, reason, visited }) => ({
      subject: `${actor} used the product as ${target}`,
      paragraphs: [`Reason given: ${reason}`, `Opened: ${visited.join(', ')}`],
    }),
    es: ({ actor, target, reason, visited }) => ({
      subject: `${actor} ha usado el producto como ${target}`,
      paragraphs: [`Motivo indicado: ${reason}`, `Ha abierto: ${visited.join(', ')}`],
    }),
    fr: ({ actor, target, reason, visited }) => ({
      subject: `${actor} a utilisé le produit en tant que ${target}`,
      paragraphs: [`Motif donné : ${reason}`, `Pages ouvertes : ${visited.join(', ')}`],
    }),
    ar: ({ actor, target, reason, visited }) => ({
      subject: `استخدم ${actor} المنتج باسم ${target}`,
      paragraphs: [`السبب المذكور: ${reason}`, `تم فتح: ${visited.join('، ')}`],
    }),
  },
});
