const signs = "0123456789+-−=()（）";
const letters: Record<Script, [plain: string, written: string]> = {
  superscript: [`${signs}ni`, "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾⁽⁾ⁿⁱ"],
  subscript: [signs, "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎₍₎"],
};

type Script = "superscript" | "subscript";

/**
 * Writes words as they read where nothing can stand above or below the line: `10` and a raised `5` are 10⁵, not 105.
 * Words of which not every sign has such a form stay as they are. The length is kept.
 */
export function writtenScript(words: string, marks: readonly { type: string }[] = []): string {
  const script = marks.map(({ type }) => type).find((type): type is Script => Object.hasOwn(letters, type));
  if (!script) return words;
  const [plain, written] = letters[script];
  const signsOf = [...words].map((sign) => written[plain.indexOf(sign)]);
  return signsOf.every((sign) => sign !== undefined) ? signsOf.join("") : words;
}
