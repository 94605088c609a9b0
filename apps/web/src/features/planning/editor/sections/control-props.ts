import type { PackField, PackSection } from '@k12/contracts/planning/packs';

export interface ControlProps {
  field: PackField | PackSection;
  path: string;
  label: string;
}
