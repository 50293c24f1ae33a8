import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useSyncExternalStore,
} from "react";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import type { MentionChoice, MentionName, MentionTarget } from "~/record/document/mention";
import { type MentionDirectory, useMentionDirectory } from "./useMentionDirectory";

const DirectoryContext = createContext<MentionDirectory | null>(null);
const AddressContext = createContext<string | null>(null);

async function fetchChoices(address: string, words: string, signal: AbortSignal): Promise<MentionChoice[]> {
  const query = `${address}?words=${encodeURIComponent(words)}`;
  const answer = await fetch(query, { signal, headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(`${answer.status}`);
  return ((await answer.json()) as { choices: MentionChoice[] }).choices;
}

/** Props of {@link MentionNamesProvider}. */
export interface MentionNamesProviderProps {
  /** Where what can be named is looked up. */
  address: string;
  /** The names that the page came with. */
  mentions: readonly MentionName[];
  children: ReactNode;
}

/** Gives the notes inside it the names of what they mention: those the page came with, and others as they turn up. */
export function MentionNamesProvider({ address, mentions, children }: MentionNamesProviderProps) {
  const directory = useMentionDirectory(address, mentions);
  return (
    <AddressContext.Provider value={address}>
      <DirectoryContext.Provider value={directory}>{children}</DirectoryContext.Provider>
    </AddressContext.Provider>
  );
}

/** Gives the search for what the words behind an `@` may mean; throws outside of the provider. */
export function useMentionSearch(): (words: string, signal: AbortSignal) => Promise<MentionChoice[]> {
  const address = useContext(AddressContext);
  if (address === null) throw new Error("there are no names here");
  return useCallback((words, signal) => fetchChoices(address, words, signal), [address]);
}

/** Gives the directory of the names that the notes of the page mention; throws outside of the provider. */
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

/** Gives the function that reads mentions in the reader's language. */
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

/** Reads a mention as this page shows it, and asks for its name where that is not known. */
export function useMention({ kind, id }: MentionTarget): MentionReading {
  const directory = useMentionNames();
  const words = useMentionWords();
  const read = () => directory.nameOf({ kind, id });
  const name = useSyncExternalStore(directory.subscribe, read, read);
  useEffect(() => directory.ask({ kind, id }), [directory, kind, id]);
  return words({ kind, id }, name);
}
