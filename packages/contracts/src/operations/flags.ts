export type FlagKind = 'release' | 'kill_switch' | 'entitlement';

/** Every flag the code asks for (OPS-110), with what holds where nobody has decided. */
export const flags = {
  portfolio_enabled: { kind: 'release', default_enabled: true, description: 'Student portfolios' },
  webhook_events: {
    kind: 'release',
    default_enabled: true,
    description: 'Webhooks for events of the organisation',
  },
  ai_safety_v2: {
    kind: 'release',
    default_enabled: true,
    description: 'Second generation of the AI safety checks',
  },
  i18n_locale_switcher: {
    kind: 'release',
    default_enabled: true,
    description: 'Choice of language in the menu',
  },
  advanced_analytics: {
    kind: 'entitlement',
    default_enabled: true,
    description: 'Analytics across courses and schools',
  },
  guardian_portal: { kind: 'entitlement', default_enabled: true, description: 'Pages for guardians' },
  resource_library: { kind: 'release', default_enabled: true, description: 'Shared library of resources' },
  print_export: { kind: 'release', default_enabled: true, description: 'Printing and PDF export' },
  bulk_operations: { kind: 'release', default_enabled: true, description: 'Changes to many records at once' },
  ai_assistance: { kind: 'kill_switch', default_enabled: true, description: 'AI assistance' },
  google_sync: { kind: 'kill_switch', default_enabled: true, description: 'Exchange with Google' },
  outbound_email: { kind: 'kill_switch', default_enabled: true, description: 'Sending e-mail' },
  outbound_webhooks: { kind: 'kill_switch', default_enabled: true, description: 'Calling webhooks' },
  file_uploads: { kind: 'kill_switch', default_enabled: true, description: 'Uploading files' },
} as const satisfies Record<string, { kind: FlagKind; default_enabled: boolean; description: string }>;

export type FlagKey = keyof typeof flags;
export const flagKeys = Object.keys(flags) as FlagKey[];
