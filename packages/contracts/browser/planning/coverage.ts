// Generated from src by scripts/browser.ts. Do not edit.
export const CoverageColumns = {"options":["course","grade","term","week"]};
export const CoverageMeasure = {"options":["planned","taught","assessed"]};
export const compareCoverage = {"name":"standards_coverage.comparison","method":"GET","path":"/standards_coverage/comparison"};
export const getCourseCoverage = {"name":"courses.standards_coverage","method":"GET","path":"/courses/{id}/standards_coverage"};
export const getCoverageCell = {"name":"standards_coverage.cell","method":"GET","path":"/standards_coverage/cell"};
export const getCoverageGaps = {"name":"standards_coverage.gaps","method":"GET","path":"/standards_coverage/gaps"};
export const getCoverageTable = {"name":"standards_coverage.table","method":"GET","path":"/standards_coverage/table"};
export const getDistrictCoverage = {"name":"district.standards_coverage","method":"GET","path":"/district/standards_coverage"};
export const getEmphasisProgression = {"name":"standards_coverage.emphasis","method":"GET","path":"/standards_coverage/emphasis"};
export const getOverTaught = {"name":"standards_coverage.over_taught","method":"GET","path":"/standards_coverage/over_taught"};
export const getStandardsCoverage = {"name":"standards_coverage.get","method":"GET","path":"/standards_coverage"};
export const getYearCoverage = {"name":"academic_years.standards_coverage","method":"GET","path":"/academic_years/{id}/standards_coverage"};
