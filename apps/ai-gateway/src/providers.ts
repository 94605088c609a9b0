import type { GatewayProvider, GatewayProviders, ProviderName } from '@k12/contracts/ai/gateway';
import type { GatewayConfig } from './config.ts';
import { localProvider } from './local-provider.ts';
import { Problem } from './problem.ts';
import type { Provider } from './provider.ts';

const usable: Partial<Record<ProviderName, Provider>> = { local: localProvider };

export function listProviders(config: GatewayConfig): GatewayProviders {
  const rows: Omit<GatewayProvider, 'usable'>[] = [
    { name: 'local', label: 'Demo: built in, answers by fixed rules', demo: true, configured: true },
    { name: 'anthropic', label: 'Anthropic', demo: false, configured: config.anthropic_configured },
    {
      name: 'openai_compatible',
      label: 'OpenAI-compatible server',
      demo: false,
      configured: config.openai_configured,
    },
  ];
  return { data: rows.map((row) => ({ ...row, usable: row.name in usable })), default: 'local' };
}

export function chooseProvider(wanted: ProviderName = 'local'): Provider {
  const provider = usable[wanted];
  if (provider) return provider;
  const detail = `The provider ${wanted} cannot be called by this version of the gateway.`;
  throw new Problem('request.invalid', detail, [{ pointer: '/provider', code: 'not_usable', detail }]);
}
