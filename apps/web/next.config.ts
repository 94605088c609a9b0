import type { NextConfig } from 'next';
import createNextIntlPlugin from 'next-intl/plugin';

const withMessages = createNextIntlPlugin({
  requestConfig: './src/lib/messages.ts',
  // Texts are read once, when they are built: no page carries the parser of their grammar (UXP-106). While developing
  // they stay texts, which the pseudo-language lengthens.
  ...(process.env.NODE_ENV === 'production' && {
    experimental: {
      messages: {
        path: './messages',
        format: 'json',
        locales: 'infer',
        sourceLocale: 'en',
        precompile: true,
      },
    },
  }),
});

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  transpilePackages: ['@k12/contracts', '@k12/grading', '@k12/plan-content', '@k12/ui'],
  // Types are checked for the whole repository at once; Next's own check does not know this compiler.
  typescript: { ignoreBuildErrors: true },
  allowedDevOrigins: ['127.0.0.1'],
  // The guard sees the address as it was sent, not one tidied up for it (IDN-122).
  skipProxyUrlNormalize: true,
  // No optimiser to ask for foreign pictures; core makes the sizes that are needed.
  images: { unoptimized: true },
  // A page visited before is shown at once as it was, and refreshes what it shows behind (UXP-111).
  experimental: { authInterrupts: true, staleTimes: { dynamic: 300 } },
  headers: async () => [
    { source: '/icon.svg', headers: [{ key: 'cache-control', value: 'public, max-age=86400' }] },
    { source: '/_next/static/:path*', headers: [{ key: 'x-content-type-options', value: 'nosniff' }] },
  ],
  ...(process.env.CDN_URL ? { assetPrefix: process.env.CDN_URL, crossOrigin: 'anonymous' as const } : {}),
};

export default withMessages(config);
