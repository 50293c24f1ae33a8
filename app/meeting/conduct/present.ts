/** Names the record as it stands where a version could be named. */
export const present = "now";
