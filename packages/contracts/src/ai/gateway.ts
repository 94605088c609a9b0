import { z } from 'zod';

/** What core and the AI gateway say to each other. Internal: no browser and no outside program calls the gateway. */
export const ProviderName = z.enum(['local', 'anthropic', 'openai_compatible']);
export type ProviderName = z.infer<typeof ProviderName>;

export const GatewayHealth = z.object({
  status: z.literal('ok'),
  service: z.literal('ai_gateway'),
  version: z.string(),
});
export type GatewayHealth = z.infer<typeof GatewayHealth>;

export const GatewayProvider = z.object({
  name: ProviderName,
  label: z.string(),
  /** Made of fixed rules, no language model: its answers must be shown as a demonstration. */
  demo: z.boolean(),
  /** The operator has given what the provider needs. */
  configured: z.boolean(),
  /** This version of the gateway can call it. */
  usable: z.boolean(),
});
export type GatewayProvider = z.infer<typeof GatewayProvider>;

export const GatewayProviders = z.object({ data: z.array(GatewayProvider), default: ProviderName });
export type GatewayProviders = z.infer<typeof GatewayProviders>;

export const maxPromptCharacters = 100_000;

export const GatewayMessage = z.strictObject({
  role: z.enum(['system', 'user', 'assistant']),
  content: z.string().min(1).max(32_000),
});
export type GatewayMessage = z.infer<typeof GatewayMessage>;

export const GenerateRequest = z
  .strictObject({
    /** Which prompt of ours this is, `record.verb`: the only thing about a request that is logged. */
    purpose: z
      .string()
      .regex(/^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$/)
      .max(64),
    messages: z.array(GatewayMessage).min(1).max(50),
    max_output_tokens: z.int().min(1).max(8_192).default(1_024),
    stream: z.boolean().default(false),
    provider: ProviderName.optional(),
  })
  .refine(({ messages }) => messages.at(-1)?.role === 'user', {
    path: ['messages'],
    error: 'the last message must be the user’s',
  })
  .refine(
    ({ messages }) => messages.reduce((sum, { content }) => sum + content.length, 0) <= maxPromptCharacters,
    {
      path: ['messages'],
      error: `at most ${maxPromptCharacters} characters in all messages together`,
    },
  );
export type GenerateRequest = z.output<typeof GenerateRequest>;

export const SafetyOutcome = z.enum(['not_checked', 'passed', 'blocked']);
export type SafetyOutcome = z.infer<typeof SafetyOutcome>;

export const GenerateReply = z.object({
  id: z.string(),
  provider: ProviderName,
  model: z.string(),
  demo: z.boolean(),
  /** To be shown with the text, word for word. */
  notice: z.string().nullable(),
  text: z.string(),
  finish_reason: z.enum(['complete', 'length']),
  /** Counted by the provider, or estimated from the number of characters. */
  usage: z.object({ input_tokens: z.int(), output_tokens: z.int(), estimated: z.boolean() }),
  safety: z.object({ input: SafetyOutcome, output: SafetyOutcome }),
});
export type GenerateReply = z.infer<typeof GenerateReply>;

/** Events of a streamed answer: any number of `delta`, then one `done` (without the text) or one `problem`. */
export const GenerateDelta = z.object({ text: z.string() });
export type GenerateDelta = z.infer<typeof GenerateDelta>;
export const GenerateDone = GenerateReply.omit({ text: true });
export type GenerateDone = z.infer<typeof GenerateDone>;
