import type { FastifyInstance } from 'fastify';

/** Which methods an address takes, for the Allow header of a 405. */
export interface KnownAddresses {
  methodsOf(path: string): string[];
}

export function collectAddresses(app: FastifyInstance): KnownAddresses {
  const patterns = new Map<string, { pattern: RegExp; methods: Set<string> }>();
  app.addHook('onRoute', ({ url, method }) => {
    const known = patterns.get(url) ?? { pattern: patternOf(url), methods: new Set<string>() };
    for (const name of [method].flat()) known.methods.add(name);
    patterns.set(url, known);
  });
  return {
    methodsOf(path) {
      const matching = [...patterns.values()].filter(({ pattern }) => pattern.test(path));
      return [...new Set(matching.flatMap(({ methods }) => [...methods]))].sort();
    },
  };
}

function patternOf(url: string): RegExp {
  const source = url.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/:\w+/g, '[^/]+');
  return new RegExp(`^${source}$`);
}
