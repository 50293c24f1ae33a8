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

/** The lists of who answers for what. */
export const dutiesAddress = "/desk/duties";

/** Addresses an item of them by its reference, such as `basic-12`. */
export function dutyAddress(ref: string): string {
  return `${dutiesAddress}/${ref}`;
}
