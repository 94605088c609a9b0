// Calm progress: one line when a step ends, with its seconds, and a sign of life while a long one runs.
const QUIET_MS = 10_000;

export type Progress = {
  step<T>(title: string, work: () => Promise<T>): Promise<T>;
  note(text: string): void;
  seconds(): string;
};

export function startProgress(
  write: (line: string) => void = (line) => process.stdout.write(`${line}\n`),
): Progress {
  const begun = Date.now();
  const since = (from: number) => `${((Date.now() - from) / 1000).toFixed(1)} s`;
  return {
    async step(title, work) {
      const from = Date.now();
      const alive = setInterval(
        () => write(`  …  ${title.padEnd(34)} ${since(from).padStart(8)} so far`),
        QUIET_MS,
      );
      try {
        const result = await work();
        write(`  ok ${title.padEnd(34)} ${since(from).padStart(8)}`);
        return result;
      } finally {
        clearInterval(alive);
      }
    },
    note: (text) => write(`     ${text}`),
    seconds: () => since(begun),
  };
}
