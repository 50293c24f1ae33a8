/** Whether somebody's time in a post has ended by `today` (YYYY-MM-DD), be it earlier that day. */
export function isOver(
  { toDay, leftAt }: { toDay: string | null; leftAt: string | null },
  today: string,
): boolean {
  return leftAt !== null || (toDay !== null && toDay < today);
}
