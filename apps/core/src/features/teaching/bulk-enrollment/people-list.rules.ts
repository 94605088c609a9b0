import { mostPeople } from '@k12/contracts/teaching/bulk-enrollment';
import { readTable } from '../../../platform/csv/read-table.ts';
import { invalid } from '../../../platform/errors.ts';
import { unmasked } from '../gradebook-csv/sheet-table.rules.ts';

export interface ListedLine {
  line: number;
  /** What names the person: an address, a username or a number. */
  text: string;
}

/** More than any address has. */
const longestShown = 200;

/** What may name a person in a header, in the order of how well it does. */
const headers = [
  ['email', 'e-mail', 'email address', 'mail', 'correo', 'correo electrónico', 'courriel', 'adresse e-mail'],
  ['البريد الإلكتروني'],
  ['username', 'user name', 'login', 'usuario', "nom d'utilisateur", 'اسم المستخدم'],
  ['student number', 'student id', 'student_number', 'student_id', 'number', 'sis id', 'external_id', 'id'],
];

/** Of a pasted text: a person in each line, or several apart by commas, semicolons and tabs. */
export function readPasted(text: string): ListedLine[] {
  const people = text
    .split(/\r\n|\r|\n/)
    .flatMap((row, at) => row.split(/[,;\t]/).map((part) => ({ line: at + 1, text: shown(address(part)) })))
    .filter((person) => person.text !== '');
  return limited(people, '/text');
}

/** Of a file: the column whose header names people, or the first one with an address in it. */
export function readFile(bytes: Uint8Array): ListedLine[] {
  const { header, rows } = readTable(bytes);
  const names = header.map((text) => unmasked(text).toLowerCase());
  const named = headers.flat().find((name) => names.includes(name));
  const at = named ? names.indexOf(named) : Math.max(0, header.findIndex(isAddress));
  // Without a header the first line is a person too.
  const all = named || !header.some(isAddress) ? rows : [{ line: 1, cells: header }, ...rows];
  const people = all.map(({ line, cells }) => ({ line, text: shown(address(cells[at] ?? '')) }));
  return limited(
    people.filter(({ text }) => text !== ''),
    '/content_base64',
  );
}

function limited(people: ListedLine[], pointer: string): ListedLine[] {
  if (people.length === 0) throw invalid(pointer, 'empty', 'There is nobody in this list.');
  if (people.length > mostPeople) throw invalid(pointer, 'too_many_rows', `At most ${mostPeople} people.`);
  return people;
}

function isAddress(text: string): boolean {
  return /^\S+@\S+$/.test(address(text));
}

/** `Ada Okafor <ada@school.example>` names a person by what stands in the brackets. */
function address(text: string): string {
  const plain = unmasked(text);
  return /<([^<>\s]+@[^<>\s]+)>$/.exec(plain)?.[1] ?? plain;
}

/** Nothing that a screen or the database could not show: no control characters, no halves of characters. */
function shown(text: string): string {
  return text
    .toWellFormed()
    .replace(/\p{Cc}|\p{Cf}/gu, '')
    .trim()
    .slice(0, longestShown)
    .toWellFormed();
}
