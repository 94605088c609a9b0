import type { GenerateRequest, ProviderName } from '@k12/contracts/ai/gateway';

/** A provider yields the answer piece by piece; whoever wants it whole joins the pieces. */
export type Provider = {
  name: ProviderName;
  model: string;
  demo: boolean;
  notice: string | null;
  generate(request: GenerateRequest): AsyncIterable<string>;
};
