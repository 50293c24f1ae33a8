/** Needs and offers side by side. */
export const resourcesAddress = "/desk/resources";

/** What is needed, or with `offers` what is offered. */
export const offersAddress = `${resourcesAddress}?show=offers`;

/** Addresses a need by its number. */
export function needAddress(number: string): string {
  return `${resourcesAddress}/needs/${number}`;
}

/** Addresses an offer by its number. */
export function offerAddress(number: string): string {
  return `${resourcesAddress}/offers/${number}`;
}

/** Addresses the form of a new need; what it stands on is named by what it is called by. */
export function newNeedAddress(
  on: { problem: string } | { task: string } | { meeting: string; resolution: string },
): string {
  return `${resourcesAddress}/needs/new?${new URLSearchParams({ ...on })}`;
}

/** Addresses the form of a new offer: to a need, or open. */
export function newOfferAddress(need?: string): string {
  return `${resourcesAddress}/offers/new${need === undefined ? "" : `?need=${need}`}`;
}
