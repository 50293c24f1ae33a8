import { createContext, useContext, useEffect } from "react";
import type { KeyHelp } from "./KeysDialog";

const PageKeysContext = createContext<((keys: readonly KeyHelp[]) => void) | null>(null);

/** Gives the page a way to name its keys. */
export const PageKeysProvider = PageKeysContext.Provider;

/** Names the keys of this page in the list that "?" opens, for as long as the page is there. */
export function usePageKeys(keys: readonly KeyHelp[]): void {
  const name = useContext(PageKeysContext);
  const text = JSON.stringify(keys);
  useEffect(() => {
    name?.(JSON.parse(text));
    return () => name?.([]);
  }, [name, text]);
}
