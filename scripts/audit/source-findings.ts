import { type Exemption, whyInvalid } from './advisories.ts';

interface Rule {
  id: string;
  severity: 'high' | 'critical';
  pattern: RegExp;
  why: string;
}

/** What our own sources may not do; an exemption is named `rule file` and ends like that of a dependency (IDN-111). */
const rules: readonly Rule[] = [
  {
    id: 'evaluates-text',
    severity: 'critical',
    pattern: /\beval\(|\bnew Function\(/,
    why: 'runs text as code',
  },
  {
    id: 'raw-html',
    severity: 'high',
    pattern:
      /\bdangerouslySetInnerHTML\b|\.(?:inner|outer)HTML\s*=[^=]|\binsertAdjacentHTML\(|\bdocument\.write\(/,
    why: 'puts text into a page as markup',
  },
  {
    id: 'built-sql',
    severity: 'critical',
    pattern: /\bsql\.raw\(\s*`[^`]*\$\{|\.query\(\s*`[^`]*\$\{(?:input|query|params|body|request)\b/,
    why: 'builds a statement out of values',
  },
  {
    id: 'built-command',
    severity: 'critical',
    pattern: /\bexec(?:Sync)?\(\s*`[^`]*\$\{|\bshell:\s*true/,
    why: 'builds a command line out of values',
  },
  {
    id: 'unproven-peer',
    severity: 'critical',
    pattern: /rejectUnauthorized:\s*false|NODE_TLS_REJECT_UNAUTHORIZED/,
    why: 'talks to whoever answers',
  },
  {
    id: 'weak-cipher',
    severity: 'high',
    pattern: /create(?:Hash|Hmac)\('md5'|createCipheriv\('(?:des|rc4|aes-\d+-ecb)/i,
    why: 'uses a broken cipher',
  },
  {
    id: 'secret-in-source',
    severity: 'critical',
    pattern: /\bAKIA[0-9A-Z]{16}\b|-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----|\bsk-(?:ant|live)-[\w-]{20,}/,
    why: 'holds a secret',
  },
  {
    id: 'told-everybody',
    severity: 'high',
    pattern: /\.postMessage\([^;]*,\s*'\*'/,
    why: 'tells any page what it says',
  },
];

export interface SourceFile {
  file: string;
  text: string;
}

export function openFindings(sources: readonly SourceFile[], exemptions: Exemption[], now: Date): string[] {
  const valid = new Set(
    exemptions.filter((exemption) => !whyInvalid(exemption, now)).map(({ advisory }) => advisory),
  );
  return sources.flatMap(({ file, text }) =>
    rules.flatMap(({ id, severity, pattern, why }) => {
      const at = text.search(pattern);
      if (at === -1 || valid.has(`${id} ${file}`)) return [];
      return [`${file}:${text.slice(0, at).split('\n').length}: ${id} (${severity}): ${why}`];
    }),
  );
}
