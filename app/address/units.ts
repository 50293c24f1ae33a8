/** The list of all units. */
export const unitsAddress = "/desk/units";

/** Addresses a unit by its slug. */
export function unitAddress(slug: string): string {
  return `${unitsAddress}/${slug}`;
}

/** Addresses a post of a unit. */
export function postAddress(unitSlug: string, postId: string): string {
  return `${unitAddress(unitSlug)}/posts/${postId}`;
}
