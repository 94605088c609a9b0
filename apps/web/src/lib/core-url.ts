/** Where core answers; read at run time, so that one build serves any installation. */
export function coreUrl(): string {
  return process.env.CORE_URL ?? 'http://127.0.0.1:3001';
}
