/** The columns of the ledger, in order, on the page and in the file; each head is `task.column.<key>`. */
export const taskColumns = [
  "number",
  "title",
  "lead",
  "street",
  "state",
  "due",
  "original",
  "meeting",
  "carried",
  "witness",
  "remark",
] as const;
export type TaskColumn = (typeof taskColumns)[number];
