import { randomUUID } from 'node:crypto';
import type { GenerateDone, GenerateReply, GenerateRequest, SafetyOutcome } from '@k12/contracts/ai/gateway';
import { Problem } from './problem.ts';
import type { Provider } from './provider.ts';
import { chooseProvider } from './providers.ts';
import { checkInput, checkOutput } from './safety.ts';

const charactersPerToken = 4;

/** Input checks come before any provider is called; nothing of a blocked request leaves the gateway. */
async function begin(request: GenerateRequest) {
  const provider = chooseProvider(request.provider);
  const input = await checkInput(request.messages);
  if (input === 'blocked') throw new Problem('forbidden', 'The request was stopped by a safety check.');
  return { provider, input };
}

export async function generate(request: GenerateRequest): Promise<GenerateReply> {
  let text = '';
  for await (const piece of generateStream(request)) {
    if (piece.event === 'delta') text += piece.text;
    else if (piece.done.safety.output !== 'blocked') return { ...piece.done, text };
  }
  throw new Problem('forbidden', 'The answer was stopped by a safety check.');
}

export type StreamedPiece = { event: 'delta'; text: string } | { event: 'done'; done: GenerateDone };

/** Pieces as they come, then the closing facts. A consumer that stops listening ends the provider’s work too. */
export async function* generateStream(request: GenerateRequest): AsyncGenerator<StreamedPiece> {
  const { provider, input } = await begin(request);
  let text = '';
  let room = request.max_output_tokens * charactersPerToken;
  let cut = false;
  for await (const piece of provider.generate(request)) {
    cut = piece.length > room;
    const shown = piece.slice(0, room);
    room -= shown.length;
    text += shown;
    if (shown !== '') yield { event: 'delta', text: shown };
    if (cut) break;
  }
  const output = await checkOutput(text);
  yield { event: 'done', done: summary(request, provider, text, cut, { input, output }) };
}

function summary(
  request: GenerateRequest,
  provider: Provider,
  text: string,
  cut: boolean,
  safety: { input: SafetyOutcome; output: SafetyOutcome },
): GenerateDone {
  const read = request.messages.reduce((sum, { content }) => sum + content.length, 0);
  return {
    id: randomUUID(),
    provider: provider.name,
    model: provider.model,
    demo: provider.demo,
    notice: provider.notice,
    finish_reason: cut ? 'length' : 'complete',
    usage: {
      input_tokens: Math.ceil(read / charactersPerToken),
      output_tokens: Math.ceil(text.length / charactersPerToken),
      estimated: true,
    },
    safety,
  };
}
