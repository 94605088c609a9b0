/** The policy of one page: scripts run by the nonce of this very response, nothing comes from elsewhere (IDN-108). */
export function contentSecurityPolicy(
  nonce: string,
  options: { development: boolean; cdn: string | undefined },
): string {
  const cdn = options.cdn ? ` ${new URL(options.cdn).origin}` : '';
  const developmentOnly = options.development ? " 'unsafe-eval'" : '';
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${developmentOnly}`,
    // Positions of floating parts are set as style attributes; style elements still need the nonce.
    // The development tools write style elements without it.
    options.development ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'${cdn}`,
    "style-src-attr 'unsafe-inline'",
    `img-src 'self' data: blob:${cdn}`,
    `font-src 'self'${cdn}`,
    "connect-src 'self'",
    // The reader of PDF files works beside the page; it is a file of our own.
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    'report-uri /api/v1/csp_reports',
  ].join('; ');
}

/** The same for every page (IDN-109); HSTS only makes sense, and only takes effect, over https. */
export function fixedHeaders(secure: boolean): Record<string, string> {
  return {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=()',
    'cross-origin-opener-policy': 'same-origin-allow-popups',
    ...(secure ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
  };
}
