export interface ImportFault {
  severity: 'error' | 'note';
  code: string;
  /** Line of a table, or pointer into a package. */
  place: string;
  line?: number | undefined;
  column?: string | undefined;
  identifier?: string | undefined;
  value?: unknown;
  detail: string;
}

const keptErrors = 20_000;
const keptNotesOfOneKind = 100;
const keptValueLength = 200;

/** Every fault with its place; of a note that fits every row of a large file the first hundred and their number. */
export class ImportProblems {
  readonly faults: (ImportFault & { value?: string | undefined })[] = [];
  errors_count = 0;
  notes_count = 0;
  readonly #notes = new Map<string, number>();

  error(fault: Omit<ImportFault, 'severity'>): void {
    this.errors_count += 1;
    if (this.errors_count <= keptErrors) this.#keep({ ...fault, severity: 'error' });
  }

  note(fault: Omit<ImportFault, 'severity'>): void {
    this.notes_count += 1;
    const seen = (this.#notes.get(fault.code) ?? 0) + 1;
    this.#notes.set(fault.code, seen);
    if (seen <= keptNotesOfOneKind) this.#keep({ ...fault, severity: 'note' });
  }

  /** What was counted but not kept, said once for each kind. */
  close(): void {
    for (const [code, seen] of this.#notes) {
      if (seen <= keptNotesOfOneKind) continue;
      const detail = `The same in ${seen - keptNotesOfOneKind} further places.`;
      this.#keep({ severity: 'note', code, place: '', detail });
    }
    if (this.errors_count > keptErrors) {
      const detail = `There are ${this.errors_count - keptErrors} further faults.`;
      this.#keep({ severity: 'error', code: 'too_many_faults', place: '', detail });
    }
  }

  #keep(fault: ImportFault): void {
    const line = fault.line ?? (Number(/^line (\d+)$/.exec(fault.place)?.[1] ?? 0) || undefined);
    const value = fault.value === undefined ? undefined : shown(fault.value);
    this.faults.push({ ...fault, line, value });
  }
}

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return text.length > keptValueLength ? `${text.slice(0, keptValueLength)}…`.toWellFormed() : text;
}

/** The file as a whole cannot be read; what it holds is not looked at any further. */
export class UnreadableFile extends Error {
  readonly code: string;
  readonly place: string;
  constructor(code: string, detail: string, place = '') {
    super(detail);
    this.name = 'UnreadableFile';
    this.code = code;
    this.place = place;
  }
}
