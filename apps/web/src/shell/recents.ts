const key = 'homeroom_recents';
const kept = 5;

/** The last pages of this tab, newest first; they go with the tab, and so with the person. */
export function recentPages(): string[] {
  try {
    const value: unknown = JSON.parse(sessionStorage.getItem(key) ?? '[]');
    return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
  } catch {
    return [];
  }
}

export function rememberPage(route: string): void {
  const next = [route, ...recentPages().filter((other) => other !== route)].slice(0, kept + 1);
  sessionStorage.setItem(key, JSON.stringify(next));
}
