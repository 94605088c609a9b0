import type { PackageProblem } from '@k12/contracts/planning/plan-packages';
import type { z } from 'zod';

const mostKept = 300;

/** Every fault of a package with its place; of very many the first, and how many more there are. */
export class PackageProblems {
  readonly #kept: PackageProblem[] = [];
  errors_count = 0;
  #notes_count = 0;

  error(code: string, place: string, detail: string): void {
    this.errors_count += 1;
    if (this.errors_count <= mostKept) this.#kept.push({ severity: 'error', code, place, detail });
  }

  note(code: string, place: string, detail: string): void {
    this.#notes_count += 1;
    if (this.#notes_count <= mostKept) this.#kept.push({ severity: 'note', code, place, detail });
  }

  /** What a part must look like, and does not. */
  shape(path: string, error: z.ZodError): void {
    for (const { path: steps, message } of error.issues) {
      const pointer = steps.map((step) => `/${String(step)}`).join('');
      this.error('wrong_shape', `${path}#${pointer}`.slice(0, 300), message.slice(0, 300));
    }
  }

  get all(): PackageProblem[] {
    const more = Math.max(0, this.errors_count - mostKept) + Math.max(0, this.#notes_count - mostKept);
    if (more === 0) return this.#kept;
    const detail = `There are ${more} further faults or notes.`;
    return [...this.#kept, { severity: 'note', code: 'more', place: '', detail }];
  }
}
