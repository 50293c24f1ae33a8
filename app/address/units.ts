/** The list of all units. */
export const unitsAddress = "/desk/units";

/** Where a new unit is entered. */
export const newUnitAddress = `${unitsAddress}/new`;

/** Where a file of units, posts and holders is brought, and where it is fetched. */
export const registerImportAddress = `${unitsAddress}/import`;
export const registerFileAddress = `${unitsAddress}.xlsx`;

/** Addresses a unit by its slug, or one of its pages. */
export function unitAddress(slug: string, page?: "change" | "close" | "map" | "posts/new"): string {
  return `${unitsAddress}/${slug}${page ? `/${page}` : ""}`;
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

/** The list of the posts in which there is nobody. */
export const vacantUnitsAddress = `${unitsAddress}#vacant`;

/** Addresses what somebody hands over on leaving a post, by their holding of it. */
export function handoverAddress(holdingId: string): string {
  return `/desk/handover/${holdingId}`;
}
