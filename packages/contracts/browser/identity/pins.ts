// Generated from src by scripts/browser.ts. Do not edit.
export const PinSubject = {"options":["unit_plan","course"]};
export const deletePin = {"name":"me.pins.delete","method":"DELETE","path":"/me/pins"};
export const listPins = {"name":"me.pins.list","method":"GET","path":"/me/pins"};
export const mostPins = 20;
export const putPin = {"name":"me.pins.put","method":"PUT","path":"/me/pins"};
