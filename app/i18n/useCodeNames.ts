import { createContext, useContext } from "react";
import type { CodeNames, NamedCode } from "./codeNames";
import { named } from "./language";
import { useTranslation } from "./useTranslation";

/** The names that the frame of the page has loaded. */
export const CodeNamesContext = createContext<CodeNames>({});

/** Names codes of one list of the rules in the reader's language; a code that no version knows stands for itself. */
export function useCodeNames(list: string): {
  codes: readonly NamedCode[];
  nameOf: (code: string) => string;
  /** The name behind that of the class above it. */
  pathOf: (code: string) => string;
} {
  const codes = useContext(CodeNamesContext)[list] ?? [];
  const { t, i18n } = useTranslation();
  const find = (code: string | null) => codes.find((one) => one.code === code);
  const nameOf = (code: string) => {
    const found = find(code);
    return found ? named(found, i18n.language) : code;
  };
  const pathOf = (code: string) => {
    const above = find(find(code)?.parent ?? null);
    return above ? t("ui.path", { above: named(above, i18n.language), name: nameOf(code) }) : nameOf(code);
  };
  return { codes, nameOf, pathOf };
}
