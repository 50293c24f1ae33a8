/** The kinds of open things that whoever leaves a post hands over one by one. */
export const openKinds = ["task", "list", "meeting", "topic", "invitation", "deviation", "other"] as const;
export type OpenKind = (typeof openKinds)[number];

/** Where an open thing goes: it stays with the post, or the holder of another one takes it on. */
export const handoverWays = ["stays", "successor", "deputy", "post"] as const;
export type HandoverWay = (typeof handoverWays)[number];
