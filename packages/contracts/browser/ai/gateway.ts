// Generated from src by scripts/browser.ts. Do not edit.
export const ProviderName = {"options":["local","anthropic","openai_compatible"]};
export const SafetyOutcome = {"options":["not_checked","passed","blocked"]};
export const maxPromptCharacters = 100000;
