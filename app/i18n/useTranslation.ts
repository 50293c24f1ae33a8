import type { i18n } from "i18next";
import { useTranslation as useAnyTranslation } from "react-i18next";
import type { TextKey, TextsUnder, Translate } from "./textKey";

interface Translation {
  t: Translate;
  /** Tells whether a key that comes from data, such as a verb of the ledger, has a text. */
  hasText: (key: string) => key is TextKey;
  /** Lists what has a text under a branch, in the order of the texts: everything there is to choose among. */
  textsUnder: <Branch extends string>(branch: Branch) => TextsUnder<Branch>[];
  i18n: Pick<i18n, "language">;
}

/** Gives the texts in the language of the page; an unknown key does not compile. */
export function useTranslation(): Translation {
  const { t, i18n } = useAnyTranslation();
  return {
    t: t as Translate,
    hasText: (key): key is TextKey => i18n.exists(key),
    textsUnder: <Branch extends string>(branch: Branch) =>
      namesIn(t(branch, { returnObjects: true })) as TextsUnder<Branch>[],
    i18n,
  };
}

function namesIn(branch: object): string[] {
  return Object.entries(branch).flatMap(([name, inner]) =>
    typeof inner === "object" ? namesIn(inner).map((below) => `${name}.${below}`) : [name],
  );
}
