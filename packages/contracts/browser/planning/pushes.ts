// Generated from src by scripts/browser.ts. Do not edit.
export const PushEffect = {"options":["deliver","lock","offer","none","assign"]};
export const PushTargetState = {"options":["waiting","done","failed","recalled","kept"]};
export const createPush = {"name":"curriculum_pushes.create","method":"POST","path":"/curriculum_pushes"};
export const getPush = {"name":"curriculum_pushes.get","method":"GET","path":"/curriculum_pushes/{id}"};
export const listPushes = {"name":"curriculum_pushes.list","method":"GET","path":"/curriculum_pushes"};
export const recallPush = {"name":"curriculum_pushes.recall","method":"POST","path":"/curriculum_pushes/{id}/recall"};
