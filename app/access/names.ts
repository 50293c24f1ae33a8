import type { Name } from "~/i18n/language";

/**
 * Names a unit in both languages: from its row, or, given the table itself, as the columns of a query that
 * reads nothing else of it.
 */
export function nameOfUnit<Zh, En>(unit: { nameZh: Zh; nameEn: En }): { zh: Zh; en: En } {
  return { zh: unit.nameZh, en: unit.nameEn };
}

/** Names a unit in both languages where there is little room: in Chinese by its short name. */
export function shortNameOfUnit(unit: { shortZh: string; nameEn: string }): Name {
  return { zh: unit.shortZh, en: unit.nameEn };
}

/** Names a post in both languages, from its row or as the columns of a query. */
export function titleOfPost<Zh, En>(post: { titleZh: Zh; titleEn: En }): { zh: Zh; en: En } {
  return { zh: post.titleZh, en: post.titleEn };
}

/** What stands where there is nobody to name. */
export const noName: Name = { zh: "", en: "" };
