import type { GenerateRequest } from '@k12/contracts/ai/gateway';
import type { Provider } from './provider.ts';

const smallWords = new Set(
  'about after also and are because been before but can could does for from have how into its make more must need not only our over please should some than that the their them then there these they this those what when which while will with would write you your'.split(
    ' ',
  ),
);

/** Same request, same answer, on every machine: there is no model, no clock and no chance in it (OPS-136). */
export const localProvider: Provider = {
  name: 'local',
  model: 'homeroom-demo-1',
  demo: true,
  notice:
    'Demonstration: this text was put together by fixed rules from the words of the request. No language model was used.',
  async *generate(request) {
    yield* answer(request).match(/\S+\s*/g) ?? [];
  },
};

function answer({ messages, purpose }: GenerateRequest): string {
  const asked = messages.at(-1)?.content ?? '';
  const [topic = 'the topic', second = topic, third = second] = keyWords(asked);
  return [
    `Demo answer for “${purpose}”. It repeats your words in a fixed frame and knows nothing about the subject.`,
    `You wrote: “${shorten(asked)}”`,
    `A frame to fill in:`,
    `1. Goal: what students can do with ${topic} afterwards.`,
    `2. Start: a question or object that brings ${second} into the room.`,
    `3. Practice: one task on ${third} alone, one together.`,
    `4. Check: one short answer that shows who has it and who has not.`,
  ].join('\n\n');
}

function keyWords(text: string): string[] {
  const counts = new Map<string, number>();
  for (const word of text.toLowerCase().match(/\p{L}{4,}/gu) ?? []) {
    if (!smallWords.has(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts].sort((left, right) => right[1] - left[1]).map(([word]) => word);
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= 160 ? line : `${line.slice(0, 159)}…`;
}
