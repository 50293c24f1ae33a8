/** Every consultation day of which residents can read. */
export const publicDaysAddress = "/days";

/** On the work side: how far each issued meeting is public. */
export const publishedAddress = "/desk/published";

/** Every street with what was decided there. */
export const publicStreetsAddress = "/streets";

/** Addresses what residents read of a month's consultation day (YYYY-MM). */
export function publicDayAddress(month: string): string {
  return `${publicDaysAddress}/${month}`;
}

/** Addresses what residents read of a problem (its number). */
export function matterAddress(number: string): string {
  return `/matters/${number}`;
}

/** Tells whether an address can be read by anybody without an account. */
export function isPublicAddress(pathname: string): boolean {
  return /^\/(?:(?:days|streets|matters|search)(?:\/.*)?)?$/.test(pathname);
}

/** Addresses what residents see of a street. */
export function publicStreetAddress(slug: string): string {
  return `/streets/${slug}`;
}
