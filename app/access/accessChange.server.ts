type Listener = (personId: string | undefined) => Promise<void>;

const listeners = new Set<Listener>();

/** Calls `listener` whenever somebody's rights may have changed: of one person, or of everyone. */
export function onAccessChange(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Told after the commit by every use case that ends a sign-in, changes a post or what it may do. */
export async function accessChanged(personId?: string): Promise<void> {
  await Promise.all([...listeners].map((listener) => listener(personId)));
}
