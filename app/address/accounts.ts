/** Everybody's own account: password and sign-ins. */
export const ownAccountAddress = "/desk/account";

/** The administrator's list of accounts. */
export const accountsAddress = "/desk/accounts";

/** The administrator's page of an account. */
export function accountAddress(personId: string): string {
  return `${accountsAddress}/${personId}`;
}

/** Where somebody invited chooses a password. What follows the question mark is in no log of requests. */
export function invitationAddress(code: string): string {
  return `/invitation?code=${encodeURIComponent(code)}`;
}

/** Where calendars read somebody's meetings. What follows the question mark is in no log of requests. */
export const feedPath = "/calendar.ics";

/** Addresses a calendar feed by its token. */
export function feedAddress(token: string): string {
  return `${feedPath}?key=${encodeURIComponent(token)}`;
}
