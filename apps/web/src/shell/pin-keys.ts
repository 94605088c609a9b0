/** What is read again once pins change: the rest of what begins with `me.` stays. */
export const pinKeys = ['me.pins.'];
