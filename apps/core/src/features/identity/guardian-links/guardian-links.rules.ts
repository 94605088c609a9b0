export const maximumLinksPerStudent = 10;

export type LinkStep = 'approve' | 'restrict' | 'end' | 'restore';
type LinkState = 'invited' | 'active' | 'inactive' | 'restricted';

const steps: Record<LinkStep, { from: readonly LinkState[]; to: LinkState }> = {
  approve: { from: ['invited'], to: 'active' },
  restrict: { from: ['invited', 'active', 'inactive'], to: 'restricted' },
  end: { from: ['invited', 'active', 'restricted'], to: 'inactive' },
  restore: { from: ['inactive', 'restricted'], to: 'active' },
};

export function linkStep(step: LinkStep) {
  return steps[step];
}

export function isStepFrom(step: LinkStep, state: string): boolean {
  return (steps[step].from as readonly string[]).includes(state);
}
