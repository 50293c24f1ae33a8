import { readXml } from "./xml";
import type { Zip } from "./zip";

// Built in: with day or time, in all languages of East Asia too.
const builtIn = (id: number) =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** Whether a number format writes numbers as dates or times. */
export function isDateFormat(code: string): boolean {
  const plain = code
    .replace(/"[^"]*"/g, "")
    .replace(/\\./g, "")
    .replace(/[_*]./g, "")
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, "");
  return !/general|通用/i.test(plain) && /[ymdhs]/i.test(plain);
}

/** Reads which of a workbook's cell styles write dates. */
export async function readDateStyles(zip: Zip, path: string | undefined): Promise<boolean[]> {
  const own = new Map<number, boolean>();
  const styles: boolean[] = [];
  let inside = false;
  if (!path) return styles;
  await readXml(zip.text(path), {
    open(name, attributes) {
      if (name === "numFmt") own.set(Number(attributes.numFmtId), isDateFormat(attributes.formatCode ?? ""));
      if (name === "cellXfs") inside = true;
      if (name !== "xf" || !inside) return;
      const id = Number(attributes.numFmtId ?? 0);
      styles.push(own.get(id) ?? builtIn(id));
    },
    close(name) {
      if (name === "cellXfs") inside = false;
    },
  });
  return styles;
}
