/** Says that a write is not in the database, for want of space or because the disk is broken; `cause` says why. */
export class NotStored extends Error {
  constructor(cause: unknown) {
    super(`nothing can be stored: ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
}
