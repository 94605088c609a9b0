import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import type { Metrics } from '../metrics/metrics.ts';
import { CircuitOpen, createCircuit } from './circuit.ts';

export interface GatewayCall {
  method?: 'GET' | 'POST';
  body?: unknown;
  /** From the request this call belongs to (OPS-151, OPS-153). */
  request_id: string;
  traceparent: string | null;
  timeout_ms?: number;
  signal?: AbortSignal;
}

export class GatewayUnavailable extends Error {
  readonly retry_after: number;
  constructor(retryAfter: number) {
    super('The AI gateway does not answer');
    this.name = 'GatewayUnavailable';
    this.retry_after = retryAfter;
  }
}

const defaultTimeoutMs = 30_000;
const unconfiguredRetrySeconds = 300;

/** Calls the AI gateway. A gateway that fails is left alone for a while, so that no page waits for it (OPS-09). */
export function createGatewayClient(
  config: Pick<Config, 'AI_GATEWAY_URL' | 'AI_GATEWAY_TOKEN'>,
  clock: Clock,
  metrics: Metrics,
) {
  const circuit = createCircuit(clock);
  const { AI_GATEWAY_URL: base, AI_GATEWAY_TOKEN: token } = config;

  async function call(path: string, given: GatewayCall): Promise<Response> {
    if (!base) throw new GatewayUnavailable(unconfiguredRetrySeconds);
    try {
      const response = await circuit.call(() => send(base + path, given));
      metrics.gateway_calls.inc({ outcome: response.ok ? 'answered' : 'refused' });
      return response;
    } catch (error) {
      const open = error instanceof CircuitOpen;
      metrics.gateway_calls.inc({ outcome: open ? 'circuit_open' : 'failed' });
      throw new GatewayUnavailable(open ? error.retry_after : 5);
    }
  }

  async function send(url: string, given: GatewayCall): Promise<Response> {
    const limit = AbortSignal.timeout(given.timeout_ms ?? defaultTimeoutMs);
    const response = await fetch(url, {
      method: given.method ?? 'GET',
      signal: given.signal ? AbortSignal.any([given.signal, limit]) : limit,
      redirect: 'error',
      headers: {
        'x-request-id': given.request_id,
        ...(given.traceparent ? { traceparent: given.traceparent } : {}),
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(given.body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(given.body === undefined ? {} : { body: JSON.stringify(given.body) }),
    });
    // A gateway that answers 5xx is as good as gone; a refusal of one request says nothing about it.
    if (response.status >= 500) {
      await response.body?.cancel();
      throw new Error(`The gateway answered ${response.status}`);
    }
    return response;
  }

  return {
    call,
    is_configured: base !== undefined,
    isResting: circuit.isOpen,
    /** Past the circuit: this call is how operators learn that it is back. */
    async health(signal: AbortSignal): Promise<{ status: number }> {
      if (!base) throw new GatewayUnavailable(unconfiguredRetrySeconds);
      const response = await fetch(`${base}/v1/health`, { signal, redirect: 'error' });
      await response.body?.cancel();
      return { status: response.status };
    },
  };
}

export type GatewayClient = ReturnType<typeof createGatewayClient>;
