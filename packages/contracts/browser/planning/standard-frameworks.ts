// Generated from src by scripts/browser.ts. Do not edit.
export const AdoptionStatus = {"options":["draft","adopted","deprecated","private"]};
export const FrameworkScope = {"options":["platform","district","school"]};
export const createFramework = {"name":"standard_frameworks.create","method":"POST","path":"/standard_frameworks"};
export const deleteFramework = {"name":"standard_frameworks.delete","method":"DELETE","path":"/standard_frameworks/{id}"};
export const getCasePackage = {"name":"standard_frameworks.case_package","method":"GET","path":"/standard_frameworks/{id}/case_package"};
export const getFramework = {"name":"standard_frameworks.get","method":"GET","path":"/standard_frameworks/{id}"};
export const getFrameworkTable = {"name":"standard_frameworks.table","method":"GET","path":"/standard_frameworks/{id}/table"};
export const getSubscriptions = {"name":"framework_subscriptions.get","method":"GET","path":"/schools/{id}/framework_subscriptions"};
export const listFrameworks = {"name":"standard_frameworks.list","method":"GET","path":"/standard_frameworks"};
export const putSubscriptions = {"name":"framework_subscriptions.put","method":"PUT","path":"/schools/{id}/framework_subscriptions"};
export const updateFramework = {"name":"standard_frameworks.update","method":"PATCH","path":"/standard_frameworks/{id}"};
