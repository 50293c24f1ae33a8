import { useEffect, useMemo } from "react";
import { type MentionName, type MentionTarget, mentionKey, mentionsAtOnce } from "~/record/document/mention";

type Name = MentionName["name"];
type LookUp = (targets: readonly MentionTarget[]) => Promise<readonly MentionName[]>;

// What comes into sight together is asked for together.
const gathering = 40;
const retry = { first: 5_000, longest: 60_000 };

/**
 * Keeps the platform's names of what the notes mention. A mention in the shared record carries words of its own,
 * which anybody who writes may have made up; a page shows what stands here instead.
 */
export class MentionDirectory {
  readonly #names = new Map<string, Name>();
  readonly #wanted = new Map<string, MentionTarget>();
  readonly #listeners = new Set<() => void>();
  readonly #lookUp: LookUp;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #wait = retry.first;

  /** @param lookUp asks the server; it answers for each thing asked for, or rejects */
  constructor(known: readonly MentionName[], lookUp: LookUp) {
    this.#lookUp = lookUp;
    this.know(known);
  }

  /** Takes in what the server has said. */
  know(names: readonly MentionName[]): void {
    for (const { name, ...target } of names) {
      this.#names.set(mentionKey(target), name);
      this.#wanted.delete(mentionKey(target));
    }
    for (const listener of this.#listeners) listener();
  }

  /** Finds the name; null when there is no such thing, undefined while that is not known. */
  nameOf(target: MentionTarget): Name | undefined {
    return this.#names.get(mentionKey(target));
  }

  /** Asks the server soon what something is called, unless that is known. */
  ask({ kind, id }: MentionTarget): void {
    const key = mentionKey({ kind, id });
    if (this.#names.has(key)) return;
    this.#wanted.set(key, { kind, id });
    this.#schedule(gathering);
  }

  /** Calls when any name has become known. */
  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    if (this.#wanted.size > 0) this.#schedule(gathering);
    return () => this.#listeners.delete(listener);
  };

  #schedule(wait: number): void {
    this.#timer ??= setTimeout(() => this.#askServer(), wait);
  }

  async #askServer(): Promise<void> {
    const targets = [...this.#wanted.values()].slice(0, mentionsAtOnce);
    let wait = gathering;
    try {
      if (targets.length > 0) this.know(await this.#lookUp(targets));
      this.#wait = retry.first;
    } catch {
      // Without a network nothing has a name yet; writing goes on.
      wait = this.#wait;
      this.#wait = Math.min(2 * this.#wait, retry.longest);
    }
    this.#timer = null;
    // Nobody looks any more: the page has been left.
    if (this.#wanted.size > 0 && this.#listeners.size > 0) this.#schedule(wait);
  }
}

async function fetchNames(address: string, targets: readonly MentionTarget[]): Promise<MentionName[]> {
  const keys = new URLSearchParams(targets.map((target) => ["key", mentionKey(target)]));
  const answer = await fetch(`${address}?${keys}`, { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(`${answer.status}`);
  return ((await answer.json()) as { names: MentionName[] }).names;
}

/**
 * Keeps a directory for as long as the component is there.
 * @param address where names are looked up
 * @param known the names that the page came with
 */
export function useMentionDirectory(address: string, known: readonly MentionName[]): MentionDirectory {
  // biome-ignore lint/correctness/useExhaustiveDependencies: what comes later is told below
  const directory = useMemo(
    () => new MentionDirectory(known, (targets) => fetchNames(address, targets)),
    [address],
  );
  useEffect(() => directory.know(known), [directory, known]);
  return directory;
}
