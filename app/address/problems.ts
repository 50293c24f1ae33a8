/** The list of all problems. */
export const problemsAddress = "/desk/problems";

/** The workbook in which a street can write its list. */
export const listTemplateAddress = "/desk/problem-list-template.xlsx";

/** Addresses a problem by its number. */
export function problemAddress(number: string): string {
  return `/desk/problems/${number}`;
}

/** Addresses the page on which a problem's words are erased, by its number. */
export function eraseAddress(number: string): string {
  return `${problemAddress(number)}/erase`;
}

/** Addresses the streets' lists for a month (YYYY-MM). */
export function listsAddress(month: string): string {
  return `/desk/days/${month}/lists`;
}

/** Addresses the list of one street (its slug) for a month (YYYY-MM). */
export function listAddress(month: string, street: string): string {
  return `${listsAddress(month)}/${street}`;
}

/** Addresses the versions of a street's list as it was submitted. */
export function versionsAddress(month: string, street: string): string {
  return `${listAddress(month, street)}/versions`;
}

/** Addresses the screening of the lists for a month (YYYY-MM). */
export function screeningAddress(month: string): string {
  return `/desk/days/${month}/screening`;
}

/** Addresses the workbook of the rows that an import into a list did not take. */
export function refusedRowsAddress(list: string, fileId: string): string {
  return `${list}/refused.xlsx?file=${fileId}`;
}
