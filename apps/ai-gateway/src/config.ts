type Variables = Readonly<Record<string, string | undefined>>;

export type GatewayConfig = {
  production: boolean;
  host: string;
  port: number;
  token: string;
  log_level: string;
  anthropic_configured: boolean;
  openai_configured: boolean;
};

/** Names what is wrong, never the value: it may be a secret (OPS-130). */
export class ConfigurationError extends Error {
  constructor(names: string[]) {
    super(`Configuration is missing or too weak: ${names.join(', ')}`);
    this.name = 'ConfigurationError';
  }
}

const developmentToken = 'development-only-ai-gateway-token';

export function readConfig(environment: Variables): GatewayConfig {
  const production = environment.HOMEROOM_MODE === 'production';
  const token = environment.AI_GATEWAY_TOKEN || (production ? '' : developmentToken);
  const port = Number(environment.AI_GATEWAY_PORT || 3002);
  const wrong: string[] = [];
  if (production && isWeak(token)) wrong.push('AI_GATEWAY_TOKEN');
  if (!Number.isInteger(port) || port < 0 || port > 65_535) wrong.push('AI_GATEWAY_PORT');
  if (wrong.length > 0) throw new ConfigurationError(wrong);
  return {
    production,
    host: environment.AI_GATEWAY_HOST || '127.0.0.1',
    port,
    token,
    log_level: environment.LOG_LEVEL || 'info',
    anthropic_configured: Boolean(environment.ANTHROPIC_API_KEY),
    openai_configured: Boolean(environment.OPENAI_API_KEY || environment.OPENAI_BASE_URL),
  };
}

function isWeak(token: string): boolean {
  return token.length < 32 || token.includes('development-only') || new Set(token).size < 8;
}

/** A wrong configuration ends the process with EX_CONFIG, so that an operator's tool does not restart it for ever. */
export function readConfigOrExit(environment: Variables): GatewayConfig {
  try {
    return readConfig(environment);
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(78);
  }
}
