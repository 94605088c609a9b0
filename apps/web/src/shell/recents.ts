const key = 'homeroom_recents';
const kept = 30;

export interface RecentPage {
  /** With what opens a record on it. */
  address: string;
  /** As the page called itself. */
  title: string;
}

/** The last pages of this tab, newest first; they go with the tab, and so with the person. */
export function recentPages(): RecentPage[] {
  try {
    const value: unknown = JSON.parse(sessionStorage.getItem(key) ?? '[]');
    return Array.isArray(value) ? value.filter(isRecent) : [];
  } catch {
    return [];
  }
}

export function rememberPage(page: RecentPage): void {
  const others = recentPages().filter(({ address }) => address !== page.address);
  sessionStorage.setItem(key, JSON.stringify([page, ...others].slice(0, kept)));
}

function isRecent(value: unknown): value is RecentPage {
  const { address, title } = (value ?? {}) as Partial<RecentPage>;
  return typeof address === 'string' && typeof title === 'string';
}
