// Generated from src by scripts/browser.ts. Do not edit.
export const FlagKeyName = {"options":["portfolio_enabled","webhook_events","ai_safety_v2","i18n_locale_switcher","advanced_analytics","guardian_portal","resource_library","print_export","bulk_operations","ai_assistance","google_sync","outbound_email","outbound_webhooks","file_uploads"]};
export const clearFlagOverride = {"name":"feature_flags.clear_override","method":"DELETE","path":"/feature_flags/{key}/override"};
export const listFeatureFlags = {"name":"feature_flags.list","method":"GET","path":"/feature_flags"};
export const listGlobalFlags = {"name":"operations.feature_flags","method":"GET","path":"/admin/operations/feature_flags"};
export const setFlagOverride = {"name":"feature_flags.override","method":"PUT","path":"/feature_flags/{key}/override"};
export const updateGlobalFlag = {"name":"operations.update_feature_flag","method":"PATCH","path":"/admin/operations/feature_flags/{key}"};
