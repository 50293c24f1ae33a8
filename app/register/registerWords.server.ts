import { roles } from "~/access/role";
import { type Language, languages } from "~/i18n/language";
import type { Translate } from "~/i18n/textKey";
import { texts } from "~/i18n/texts.server";
import { createTranslate } from "~/i18n/translate";
import { unitKinds } from "~/unit/unit";
import { type RegisterColumn, registerColumns } from "./registerColumns";

/** Says things in one language. */
export const wordsIn = (language: Language): Translate => createTranslate(language, texts[language]);

/** What each column is called, in every language. */
export function headerWords(): Record<RegisterColumn, string[]> {
  const said = (column: RegisterColumn) =>
    languages.map((language) => wordsIn(language)(`register.column.${column}`));
  return Object.fromEntries(registerColumns.map((column) => [column, said(column)])) as Record<
    RegisterColumn,
    string[]
  >;
}

/** The kind of unit that a cell names, in whatever language. */
export function kindNamed(cell: string) {
  return unitKinds.find((kind) => languages.some((one) => wordsIn(one)(`unit.kind.${kind}`) === cell));
}

/** The right that a cell names, in whatever language. */
export function roleNamed(cell: string) {
  return roles.find((role) => languages.some((one) => wordsIn(one)(`unit.role.${role}`) === cell));
}
