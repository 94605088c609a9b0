// Control characters, and what turns the direction of writing or is not seen: `evil<RLO>txt.pdf` reads as `evilfdp.txt`.
const unseen = /[\p{Cc}\u200b-\u200d\u202a-\u202e\u2060-\u2069\ufeff]+/gu;

/** The name a file is kept, shown and downloaded by: the last step of a path, as it reads (IDN-106). */
export function plainName(given: string): string {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const name = last.replace(unseen, '').replace(/\s+/g, ' ').trim();
  return /^\.*$/.test(name) ? 'file' : name;
}
