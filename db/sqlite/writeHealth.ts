/** Remembers whether the last write reached the database, or failed for want of space or a broken disk. */
export class WriteHealth {
  #failed: unknown = null;

  /** Why the last write failed; null where it did not. */
  get failure(): unknown {
    return this.#failed;
  }

  /** Runs a write and notes how it went; a refusal of the use case says nothing about the disk. */
  async noting<T>(write: () => Promise<T>): Promise<T> {
    try {
      const result = await write();
      this.#failed = null;
      return result;
    } catch (error) {
      if (isOfDisk(error)) this.#failed = error;
      throw error;
    }
  }
}

const ofDisk = /^SQLITE_(FULL|IOERR|READONLY|CANTOPEN|CORRUPT)|^(ENOSPC|EIO|EROFS|EDQUOT)$/;

/** Whether a write failed for want of space or a broken disk; that may stand in an error of its own. */
export function isOfDisk(error: unknown): boolean {
  const { code, cause } = (error ?? {}) as { code?: unknown; cause?: unknown };
  return ofDisk.test(String(code)) || (cause !== undefined && isOfDisk(cause));
}
