/** Whom edits are booked to that the platform makes by itself; no person and no post has this id. */
export const serverAuthor = { personId: "server", postId: "server" } as const;
