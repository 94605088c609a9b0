// Generated from src by scripts/browser.ts. Do not edit.
export const AccessibilityRequestState = {"options":["open","closed"]};
export const createAccessibilityRequest = {"name":"accessibility_requests.create","method":"POST","path":"/accessibility_requests"};
export const listAccessibilityRequests = {"name":"accessibility_requests.list","method":"GET","path":"/admin/accessibility_requests"};
export const setAccessibilityRequestState = {"name":"accessibility_requests.set_state","method":"PUT","path":"/admin/accessibility_requests/{id}/state"};
