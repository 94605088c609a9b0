// Which variables the code reads, and which .env.example describes (OPS-129).
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../launcher/paths.ts';

export type Described = { name: string; purpose: string; default: string; secret: string; required: string };

/** Given by the system, Node, npm or a test runner; no operator sets them for Homeroom. */
const GIVEN = new Set([
  'PATH',
  'HOME',
  'USER',
  'TZ',
  'CI',
  'NODE_ENV',
  'NODE_OPTIONS',
  'NEXT_RUNTIME',
  'WATCH_REPORT_DEPENDENCIES',
  'VITEST',
]);
const GIVEN_BY_OUR_TESTS = /^(E2E_|PLAYWRIGHT_|PROVE_)/;

const HOLDER = String.raw`(?:process\.env|import\.meta\.env|environment|caller)`;
const NAME = '[A-Z][A-Z0-9_]+';
const MEMBER = new RegExp(String.raw`\b${HOLDER}(?:\.|\[['"])(${NAME})\b`, 'g');
const PULLED_APART = new RegExp(String.raw`\{([^{}]*)\}\s*=\s*${HOLDER}\b`, 'g');
const DECLARED = new RegExp(String.raw`^\s*(${NAME}):\s*(?:z\.|secret|required|optional)`, 'gm');
const ASKED_FOR = new RegExp(
  String.raw`\b(?:required|portNumber|requireVariable|readVariable)\(['"](${NAME})['"]`,
  'g',
);

export function variablesReadBy(text: string): string[] {
  const names = [MEMBER, DECLARED, ASKED_FOR].flatMap((pattern) =>
    [...text.matchAll(pattern)].map((found) => found[1] ?? ''),
  );
  for (const [, inside = ''] of text.matchAll(PULLED_APART)) {
    for (const part of inside.split(',')) {
      const name = part.split(/[:=]/)[0]?.trim() ?? '';
      if (new RegExp(`^${NAME}$`).test(name)) names.push(name);
    }
  }
  return [...new Set(names)].filter((name) => !GIVEN.has(name) && !GIVEN_BY_OUR_TESTS.test(name));
}

/** In a compose file, variables are what is filled in from outside: `${NAME}`, `${NAME:-default}`, `${NAME:?message}`. */
export function variablesFilledIn(compose: string): string[] {
  return [...new Set([...compose.matchAll(/(?<!\$)\$\{([A-Z][A-Z0-9_]+)/g)].map((found) => found[1] ?? ''))];
}

export function describedVariables(
  text = readFileSync(path.join(root, '.env.example'), 'utf8'),
): Described[] {
  const lines = text.split('\n');
  return lines.flatMap((line, index) => {
    const name = /^([A-Z][A-Z0-9_]*)=/.exec(line)?.[1];
    if (!name) return [];
    const [purpose = '', standard = '', secret = '', required = ''] = (lines[index - 1] ?? '')
      .replace(/^# /, '')
      .split(' | ');
    return [
      {
        name,
        purpose,
        default: standard,
        secret: secret.replace('secret: ', ''),
        required: required.replace('required: ', ''),
      },
    ];
  });
}
