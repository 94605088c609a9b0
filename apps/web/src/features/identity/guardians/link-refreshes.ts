/** A link is shown in the list of links and on the pages of both people. */
export const linkRefreshes = ['guardian_links.', 'users.overview'];
