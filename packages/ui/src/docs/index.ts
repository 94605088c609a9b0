import { accordionDocs } from './accordion.docs.tsx';
import { avatarDocs } from './avatar.docs.tsx';
import { badgeDocs } from './badge.docs.tsx';
import { bannerDocs } from './banner.docs.tsx';
import { boardDocs } from './board.docs.tsx';
import { breadcrumbsDocs } from './breadcrumbs.docs.tsx';
import { buttonDocs } from './button.docs.tsx';
import { calendarDocs } from './calendar.docs.tsx';
import { cardDocs } from './card.docs.tsx';
import { chartDocs } from './chart.docs.tsx';
import { checkboxDocs } from './checkbox.docs.tsx';
import { codeFieldDocs } from './code-field.docs.tsx';
import { comboboxDocs } from './combobox.docs.tsx';
import { commandPaletteDocs } from './command-palette.docs.tsx';
import { dataTableDocs } from './data-table.docs.tsx';
import { dateFieldDocs } from './date-field.docs.tsx';
import { dialogDocs } from './dialog.docs.tsx';
import { diffTextDocs } from './diff-text.docs.tsx';
import { emptyStateDocs } from './empty-state.docs.tsx';
import type { DocEntry } from './entry.tsx';
import { fileDropDocs } from './file-drop.docs.tsx';
import { formErrorSummaryDocs } from './form-error-summary.docs.tsx';
import { iconButtonDocs } from './icon-button.docs.tsx';
import { linkButtonDocs } from './link-button.docs.tsx';
import { listRowDocs } from './list-row.docs.tsx';
import { logoDocs } from './logo.docs.tsx';
import { menuDocs } from './menu.docs.tsx';
import { notificationBellDocs } from './notification-bell.docs.tsx';
import { numberFieldDocs } from './number-field.docs.tsx';
import { pageHeaderDocs } from './page-header.docs.tsx';
import { paginationDocs } from './pagination.docs.tsx';
import { personPickerDocs } from './person-picker.docs.tsx';
import { popoverDocs } from './popover.docs.tsx';
import { printLayoutDocs } from './print-layout.docs.tsx';
import { progressDocs } from './progress.docs.tsx';
import { radioGroupDocs } from './radio-group.docs.tsx';
import { rangePickerDocs } from './range-picker.docs.tsx';
import { readingDocs } from './reading.docs.tsx';
import { rubricDocs } from './rubric.docs.tsx';
import { segmentedControlDocs } from './segmented-control.docs.tsx';
import { selectFieldDocs } from './select-field.docs.tsx';
import { skeletonDocs } from './skeleton.docs.tsx';
import { sliderDocs } from './slider.docs.tsx';
import { statDocs } from './stat.docs.tsx';
import { stepperDocs } from './stepper.docs.tsx';
import { switchDocs } from './switch.docs.tsx';
import { tabsDocs } from './tabs.docs.tsx';
import { tagDocs } from './tag.docs.tsx';
import { textFieldDocs } from './text-field.docs.tsx';
import { timelineDocs } from './timeline.docs.tsx';
import { toastDocs } from './toast.docs.tsx';
import { tokensDocs } from './tokens.docs.tsx';
import { treeDocs } from './tree.docs.tsx';
import { whenFieldDocs } from './when-field.docs.tsx';
import { yearBoardDocs } from './year-board.docs.tsx';

/** Everything the package offers, in the order a reader meets it. */
export const docEntries: readonly DocEntry[] = [
  tokensDocs,
  readingDocs,
  logoDocs,
  buttonDocs,
  iconButtonDocs,
  linkButtonDocs,
  textFieldDocs,
  selectFieldDocs,
  checkboxDocs,
  radioGroupDocs,
  switchDocs,
  numberFieldDocs,
  dateFieldDocs,
  whenFieldDocs,
  rangePickerDocs,
  sliderDocs,
  segmentedControlDocs,
  comboboxDocs,
  personPickerDocs,
  codeFieldDocs,
  fileDropDocs,
  formErrorSummaryDocs,
  badgeDocs,
  avatarDocs,
  cardDocs,
  listRowDocs,
  pageHeaderDocs,
  tagDocs,
  timelineDocs,
  accordionDocs,
  statDocs,
  chartDocs,
  diffTextDocs,
  printLayoutDocs,
  tabsDocs,
  breadcrumbsDocs,
  paginationDocs,
  stepperDocs,
  treeDocs,
  yearBoardDocs,
  commandPaletteDocs,
  notificationBellDocs,
  dialogDocs,
  menuDocs,
  popoverDocs,
  toastDocs,
  bannerDocs,
  progressDocs,
  skeletonDocs,
  emptyStateDocs,
  dataTableDocs,
  calendarDocs,
  boardDocs,
  rubricDocs,
];
