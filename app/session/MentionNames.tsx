import { createContext, type ReactNode, useContext, useEffect, useMemo, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { named } from "~/i18n/language";
import { MentionDirectory } from "./MentionDirectory";
import { type MentionName, type MentionTarget, mentionKey } from "./mention";
import type { RoomView } from "./roomView";

const DirectoryContext = createContext<MentionDirectory | null>(null);

async function fetchNames(month: string, targets: readonly MentionTarget[]): Promise<MentionName[]> {
  const keys = new URLSearchParams(targets.map((target) => ["key", mentionKey(target)]));
  const headers = { Accept: "application/json" };
  const answer = await fetch(`/desk/days/${month}/mentions?${keys}`, { headers });
  if (!answer.ok) throw new Error(`${answer.status}`);
  return ((await answer.json()) as { names: MentionName[] }).names;
}

/** Props of {@link MentionNamesProvider}. */
export interface MentionNamesProviderProps {
  view: Pick<RoomView, "month" | "mentions">;
  children: ReactNode;
}

/** Gives the notes inside the names of what they name: those the page came with, and others as they turn up. */
export function MentionNamesProvider({ view: { month, mentions }, children }: MentionNamesProviderProps) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: what comes later is told below
  const directory = useMemo(
    () => new MentionDirectory(mentions, (targets) => fetchNames(month, targets)),
    [month],
  );
  useEffect(() => directory.know(mentions), [directory, mentions]);
  return <DirectoryContext.Provider value={directory}>{children}</DirectoryContext.Provider>;
}

/** The names of what the notes of the page name; an error outside of a room. */
export function useMentionNames(): MentionDirectory {
  const directory = useContext(DirectoryContext);
  if (!directory) throw new Error("there are no names here");
  return directory;
}

/** How something named reads; `state` is `unknown` when there is no such thing, `asked` until that is known. */
export interface MentionReading {
  text: string;
  state: "named" | "unknown" | "asked";
}

/** Reads mentions in the reader's language. */
export function useMentionWords(): (
  target: MentionTarget,
  name: MentionName["name"] | undefined,
) => MentionReading {
  const { t, i18n } = useTranslation();
  return ({ kind, id }, name) => {
    if (name === undefined) return { text: "@…", state: "asked" };
    if (name === null) return { text: t(`room.mention.unknown.${kind}`, { id }), state: "unknown" };
    return { text: `@${named(name, i18n.language)}`, state: "named" };
  };
}

/** How something named reads on this page. */
export function useMention({ kind, id }: MentionTarget): MentionReading {
  const directory = useMentionNames();
  const words = useMentionWords();
  const read = () => directory.nameOf({ kind, id });
  const name = useSyncExternalStore(directory.subscribe, read, read);
  useEffect(() => directory.ask({ kind, id }), [directory, kind, id]);
  return words({ kind, id }, name);
}
