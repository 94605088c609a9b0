/** The first data of the planner's home, asked for by the server and by the screen alike. */
export const recentUnits = { query: { of: 'mine', sort: '-updated_at', limit: 8 } } as const;
/** What colleagues changed last, for whoever looks after their plans. */
export const schoolUnits = { query: { of: 'school', sort: '-updated_at', limit: 8 } } as const;
export const waitingUnits = (state: 'returned' | 'submitted') =>
  ({ query: { of: 'mine', state, sort: '-updated_at', limit: 8 } }) as const;
