/** The list of all tasks. */
export const tasksAddress = "/desk/tasks";

/** Addresses a task by its number. */
export function taskAddress(number: string): string {
  return `${tasksAddress}/${number}`;
}

/** Addresses where the outcome of a task is published. */
export function publishAddress(number: string): string {
  return `${taskAddress(number)}/publish`;
}
