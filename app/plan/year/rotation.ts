/** Which street hosted, or is to host, in which month. */
export interface HostedMonth {
  /** YYYY-MM */
  month: string;
  hostStreetId: string;
}

const byMonth = (a: HostedMonth, b: HostedMonth) => a.month.localeCompare(b.month);

/**
 * The streets that have hosted in the round now running: nobody hosts twice before all have hosted. A round
 * ends with the street that completes it.
 * @param history days held or planned, in any order
 */
export function hostsOfRound(history: readonly HostedMonth[], streetIds: readonly string[]): Set<string> {
  const round = new Set<string>();
  for (const { hostStreetId } of history.toSorted(byMonth)) {
    if (streetIds.includes(hostStreetId)) round.add(hostStreetId);
    if (round.size === streetIds.length) round.clear();
  }
  return round;
}

/**
 * Proposes a host for each month: of the streets that have not hosted in the round, the one that hosted
 * longest ago, streets that never hosted first, in the given order. Where later months have their hosts already, those
 * go first whose turn then leaves theirs as it is.
 * @param history days held or planned, before, between and after the months
 */
export function proposeHosts(
  streetIds: readonly string[],
  history: readonly HostedMonth[],
  months: readonly string[],
): HostedMonth[] {
  const known = [...history];
  return months.map((month) => {
    const before = known.filter((day) => day.month < month);
    const round = hostsOfRound(before, streetIds);
    const waiting = streetIds.filter((id) => !round.has(id));
    const later = known.filter((day) => day.month > month);
    const broken = (hostStreetId: string) =>
      monthsOutOfTurn(streetIds, [...before, { month, hostStreetId }], later).length;
    const [first] = waiting.toSorted(
      (a, b) => broken(a) - broken(b) || lastHosted(before, a).localeCompare(lastHosted(before, b)),
    );
    const proposed = { month, hostStreetId: first ?? "" };
    known.push(proposed);
    return proposed;
  });
}

/** The last month before which a street hosted, "" when it never did. */
export function lastHosted(history: readonly HostedMonth[], streetId: string): string {
  const months = history.filter((day) => day.hostStreetId === streetId).map((day) => day.month);
  return months.sort().at(-1) ?? "";
}

/** The planned months whose host had its turn already: they need a reason. */
export function monthsOutOfTurn(
  streetIds: readonly string[],
  history: readonly HostedMonth[],
  planned: readonly HostedMonth[],
): string[] {
  const all = [...history, ...planned];
  return planned
    .filter(({ month, hostStreetId }) =>
      hostsOfRound(
        all.filter((day) => day.month < month),
        streetIds,
      ).has(hostStreetId),
    )
    .map((day) => day.month);
}
