// Generated from src by scripts/browser.ts. Do not edit.
export const adoptPacing = {"name":"curriculum_map.adopt","method":"POST","path":"/curriculum_map/adopt"};
export const createBaseline = {"name":"curriculum_map.freeze","method":"POST","path":"/curriculum_map/baseline"};
export const createPacingGuide = {"name":"pacing_guides.create","method":"POST","path":"/curriculum_map/pacing_guides"};
export const exportCurriculumMap = {"name":"curriculum_map.export","method":"GET","path":"/curriculum_map/export"};
export const getCurriculumMap = {"name":"curriculum_map.get","method":"GET","path":"/curriculum_map"};
export const listBaselines = {"name":"curriculum_map.list_baselines","method":"GET","path":"/curriculum_map/baseline"};
export const listPacingGuides = {"name":"pacing_guides.list","method":"GET","path":"/curriculum_map/pacing_guides"};
