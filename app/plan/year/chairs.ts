/** Days, first and last inclusive, on which whoever holds a post cannot take the chair. */
export interface Blocked {
  postId: string;
  fromDay: string;
  toDay: string;
}

/** True when a post's holder has said that they cannot on a day. */
export function isBlocked(blocked: readonly Blocked[], postId: string | null, day: string): boolean {
  return blocked.some((one) => one.postId === postId && one.fromDay <= day && day <= one.toDay);
}

/**
 * Proposes a chair for each day: the posts take turns, and who cannot on a day lets the next one go first. Where nobody
 * can, it is the one whose turn it is.
 * @returns the ids of posts, empty where there is none at all
 */
export function proposeChairs(
  days: readonly string[],
  postIds: readonly string[],
  blocked: readonly Blocked[],
): string[] {
  let waiting = [...postIds];
  return days.map((day) => {
    const chosen = waiting.find((id) => !isBlocked(blocked, id, day)) ?? waiting[0];
    if (chosen === undefined) return "";
    waiting = [...waiting.filter((id) => id !== chosen), chosen];
    return chosen;
  });
}
