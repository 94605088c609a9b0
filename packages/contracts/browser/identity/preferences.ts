// Generated from src by scripts/browser.ts. Do not edit.
export const defaultPreferences = {"theme":"system","contrast":"normal","density":"comfortable","reading":{"font":"default","letter_spacing":0,"word_spacing":0,"line_spacing":0,"measure":"normal","tint":"none","ruler":false},"motion":"system","locale":null,"time_zone":null,"first_weekday":null,"digits":"latin","sidebar":"open","context_panel":{"open":true,"width":320},"single_key_shortcuts":true,"home":null};
export const getPreferences = {"name":"me.preferences.get","method":"GET","path":"/me/preferences"};
export const updatePreferences = {"name":"me.preferences.update","method":"PATCH","path":"/me/preferences"};
