/** A page might send its address after all: ids and anything behind a question mark go. */
export function routeTemplate(route: string): string {
  return (route.split(/[?#]/)[0] ?? '')
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}|\d+|[^/]{40,}/gi, ':id')
    .slice(0, 120);
}
