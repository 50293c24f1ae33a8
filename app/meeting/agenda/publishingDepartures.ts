/** What departs from the rules when an agenda is published: more topics than they allow; the chair did not approve it. */
export type PublishingDeparture = "overLimit" | "unapproved";

/** What would depart when an agenda is published now; each is kept as a deviation with its reason. */
export function publishingDepartures(agenda: {
  topics: number;
  limit: number;
  approved: boolean;
}): PublishingDeparture[] {
  return [
    ...(agenda.topics > agenda.limit ? ["overLimit" as const] : []),
    ...(agenda.approved ? [] : ["unapproved" as const]),
  ];
}

/** What an approval to publish covers: so many topics and no more, and whether the chair is passed over. */
export function publishingCovered(departures: readonly PublishingDeparture[], topics: number): string {
  return departures.map((one) => (one === "overLimit" ? String(topics) : one)).join(" ");
}
