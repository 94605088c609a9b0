type Messages = { [key: string]: string | Messages };

const lookalikes: Record<string, string> = {
  a: 'á',
  e: 'é',
  i: 'ï',
  o: 'ö',
  u: 'ü',
  c: 'ç',
  n: 'ñ',
  A: 'Á',
  E: 'É',
  O: 'Ö',
};

/** English made 40 % longer and accented, in brackets: shows text that is cut off or was never translated (UXP-93). */
export function pseudo(messages: Messages): Messages {
  return Object.fromEntries(
    Object.entries(messages).map(([key, text]) => [
      key,
      typeof text === 'string' ? pseudoText(text) : pseudo(text),
    ]),
  );
}

/** Only the words outside braces change: what is inside them is grammar, not text. */
function pseudoText(text: string): string {
  if (text === '') return text;
  let depth = 0;
  let accented = '';
  for (const character of text) {
    if (character === '{') depth += 1;
    accented += depth === 0 ? (lookalikes[character] ?? character) : character;
    if (character === '}') depth -= 1;
  }
  return `[${accented}${'~'.repeat(Math.ceil(text.length * 0.4))}]`;
}
