/** The lists of who answers for what: the district's own, and the three of the streets. */
export const dutyLists = ["district", "basic", "cooperating", "takenBack"] as const;
export type DutyList = (typeof dutyLists)[number];

/** Names an item in addresses by its list and number, such as `takenBack-12`. */
export function dutyRef(item: { list: DutyList; number: number }): string {
  return `${item.list}-${item.number}`;
}

/** Reads such a name; undefined where it is none. */
export function readDutyRef(ref: string): { list: DutyList; number: number } | undefined {
  const [, name, number] = /^([a-zA-Z]+)-([1-9]\d{0,5})$/.exec(ref) ?? [];
  const list = dutyLists.find((one) => one === name);
  return list && { list, number: Number(number) };
}
