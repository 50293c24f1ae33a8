/** A unit as pages name it. */
export interface UnitRef {
  slug: string;
  name: { zh: string; en: string };
}

/** Names a unit's row for pages. */
export function unitRef(row: { slug: string; nameZh: string; nameEn: string }): UnitRef {
  return { slug: row.slug, name: { zh: row.nameZh, en: row.nameEn } };
}
