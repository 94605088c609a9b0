export const sidebarCookie = 'homeroom_sidebar';
const oneYearSeconds = 31_536_000;

/** Preferences that the server needs before the first paint. They hold no personal data. */
export function setPreferenceCookie(name: string, value: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every supported browser
  document.cookie = `${name}=${value}; path=/; max-age=${oneYearSeconds}; samesite=lax`;
}
