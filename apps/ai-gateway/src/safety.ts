import type { GatewayMessage, SafetyOutcome } from '@k12/contracts/ai/gateway';

/** The order in which checks run is fixed here; a stage that finds a reason to stop ends the chain. */
export type InputStage = { name: string; check(messages: GatewayMessage[]): Promise<SafetyOutcome> };
export type OutputStage = { name: string; check(text: string): Promise<SafetyOutcome> };

/** Empty until a stage exists that has been measured. While they are, every reply says `not_checked`. */
const inputStages: readonly InputStage[] = [];
const outputStages: readonly OutputStage[] = [];

export function checkInput(messages: GatewayMessage[], stages = inputStages): Promise<SafetyOutcome> {
  return firstBlock(stages.map((stage) => () => stage.check(messages)));
}

export function checkOutput(text: string, stages = outputStages): Promise<SafetyOutcome> {
  return firstBlock(stages.map((stage) => () => stage.check(text)));
}

async function firstBlock(checks: (() => Promise<SafetyOutcome>)[]): Promise<SafetyOutcome> {
  let outcome: SafetyOutcome = 'not_checked';
  for (const check of checks) {
    outcome = await check();
    if (outcome === 'blocked') return outcome;
  }
  return outcome;
}
