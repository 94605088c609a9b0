export interface ErrorDescription {
  type: string;
  code: string | null;
  message: string;
  /** Function and place only. */
  frames: string[];
}

const maxFrames = 12;
const engineErrors = new Set(['TypeError', 'RangeError', 'ReferenceError']);

/**
 * What may be written down about an error (OPS-150, OPS-154): its kind and where it happened. Messages quote what
 * people typed and PostgreSQL's details quote rows: only those that the engine itself words are kept, without literals.
 */
export function describeError(error: unknown): ErrorDescription {
  if (!(error instanceof Error)) return { type: typeof error, code: null, message: '', frames: [] };
  const { code } = error as { code?: unknown };
  return {
    type: error.name,
    code: typeof code === 'string' || typeof code === 'number' ? String(code).slice(0, 60) : null,
    message: engineErrors.has(error.name) ? withoutLiterals(error.message) : '',
    frames: framesOf(error.stack ?? ''),
  };
}

/** Quoted text, addresses and long words go; the words of the program stay. */
export function withoutLiterals(message: string): string {
  return message
    .slice(0, 1_000)
    .replace(/"[^"]*"?|'[^']*'?|`[^`]*`?|\([^)]*\)=\([^)]*\)/g, '…')
    .replace(/\S*@\S*|\S*\d\S*|https?:\S+/g, '…')
    .replace(/\S{25,}/g, '…')
    .slice(0, 300);
}

function framesOf(stack: string): string[] {
  const lines = stack.split('\n').map((line) => line.trim());
  return lines
    .filter((line) => line.startsWith('at '))
    .slice(0, maxFrames)
    .map((line) =>
      line.slice(3).replace(/\(?(?:file:\/\/)?\/.*?\/((?:apps|packages|node_modules)\/)/, '($1'),
    );
}
