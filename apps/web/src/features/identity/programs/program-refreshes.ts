/** A token is counted with its account and listed with its owner. */
export const programRefreshes = ['api_tokens.', 'me.api_tokens', 'service_accounts.'];
