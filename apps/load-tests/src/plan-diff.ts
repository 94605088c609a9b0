import { diffPlans } from '@k12/plan-content/diff-plans';
import { round } from './measure.ts';

/**
 * Two versions of a plan of 1 MB each: how long a comparison takes when a tenth of the words changed, when every
 * paragraph changed a little, and when the texts have nothing in common (PLN-38: under 2 s).
 */
const schema = {
  key: 'unit',
  plan_kind: 'unit' as const,
  label: { en: 'Unit' },
  sections: Array.from({ length: 10 }, (_, at) => ({
    key: `section_${at}`,
    kind: 'rich_text' as const,
    label: { en: `Section ${at}` },
  })),
};

/** About 100 kB of words in one section; `seed` decides which words. */
function words(seed: number): string[] {
  let state = seed;
  return Array.from({ length: 15_000 }, () => {
    state = (state * 48_271) % 2_147_483_647;
    return `word${state % 5_000}`;
  });
}

function section(all: readonly string[]) {
  const lines = Array.from({ length: Math.ceil(all.length / 60) }, (_, at) =>
    all.slice(at * 60, at * 60 + 60),
  );
  const content = lines.map((line) => ({
    type: 'paragraph',
    content: [{ type: 'text', text: line.join(' ') }],
  }));
  return { type: 'doc', content };
}

function snapshot(edit: (word: string, at: number) => string, seed = 1) {
  const content = Object.fromEntries(
    schema.sections.map(({ key }, at) => [key, section(words(seed + at).map(edit))]),
  );
  const rest = {
    title: 'Unit',
    alignments: [],
    resources: [],
    lessons: [],
    tags: [],
    duration_minutes: null,
  };
  return { ...rest, content };
}

const before = snapshot((word) => word);
const cases = {
  'one word in 1,000 changed': snapshot((word, at) => (at % 1_000 === 0 ? 'other' : word)),
  'one word in 10 changed': snapshot((word, at) => (at % 10 === 0 ? 'other' : word)),
  'every second word changed': snapshot((word, at) => (at % 2 === 0 ? `other${at}` : word)),
  'nothing in common': snapshot((word) => word.replace('word', 'term'), 99),
};

process.stdout.write(`two versions of ${round(JSON.stringify(before).length / 1_048_576, 2)} MB each\n`);
for (const [name, after] of Object.entries(cases)) {
  const started = performance.now();
  const processor = process.cpuUsage();
  const changes = diffPlans(schema, before, after);
  const taken = performance.now() - started;
  const busy = process.cpuUsage(processor).user / 1_000;
  const coarse = changes.filter((change) => change.coarse).length;
  process.stdout.write(
    `${name}: ${round(taken)} ms (${round(busy)} ms of processor), ${coarse} of ${changes.length} sections by paragraphs\n`,
  );
}
