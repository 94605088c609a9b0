// Generated from src by scripts/browser.ts. Do not edit.
export const VitalName = {"options":["LCP","INP","CLS","FCP","TTFB"]};
export const listVitals = {"name":"operations.vitals","method":"GET","path":"/admin/operations/vitals"};
export const reportWebVitals = {"name":"web_vitals.create","method":"POST","path":"/analytics/web_vitals"};
