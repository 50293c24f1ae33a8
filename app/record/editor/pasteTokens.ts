/** A piece of HTML as it is written; `from` and `to` of a conditional come in both of Word's ways of writing them. */
export type PasteToken =
  | { kind: "open"; name: string; attributes: Record<string, string> }
  | { kind: "close"; name: string }
  | { kind: "text"; text: string }
  | { kind: "condition"; on: string | null };

export const voidElements = new Set(["br", "hr", "img", "col", "meta", "link", "input", "wbr"]);

const piece = /<!--([\s\S]*?)-->|<!([^>]*)>|<(\/?)([a-z][\w:-]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>|([^<]+|<)/gi;
const attribute = /([\w:-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;
const condition = /^\[(?:if\s+([^\]]*)|endif)\]$/i;

function attributesOf(written: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, name = "", double, single, bare] of written.matchAll(attribute))
    found[name.toLowerCase()] = double ?? single ?? bare ?? "";
  return found;
}

// `<!--[if gte mso 9]> … <![endif]-->` is a comment with everything in it; these two stand around what is seen.
function conditionOf(written: string): PasteToken[] {
  const found = condition.exec(written.trim());
  return found ? [{ kind: "condition", on: found[1]?.trim().toLowerCase() ?? null }] : [];
}

/** Takes HTML apart without asking whether it fits together. Comments and declarations fall away. */
export function pasteTokens(html: string): PasteToken[] {
  return [...html.matchAll(piece)].flatMap(
    ([, comment, declaration, slash, name, rest, text]): PasteToken[] => {
      if (comment !== undefined) return conditionOf(comment);
      if (declaration !== undefined) return conditionOf(declaration);
      if (name === undefined) return [{ kind: "text", text: text ?? "" }];
      const small = name.toLowerCase();
      if (slash) return [{ kind: "close", name: small }];
      return [{ kind: "open", name: small, attributes: attributesOf(rest ?? "") }];
    },
  );
}

/** The place behind the end of the element that opens at `at`. */
export function behindElement(tokens: readonly PasteToken[], at: number): number {
  const opening = tokens[at];
  if (opening?.kind !== "open" || voidElements.has(opening.name)) return at + 1;
  let depth = 0;
  for (let next = at; next < tokens.length; next++) {
    const token = tokens[next];
    if (!token || !("name" in token) || token.name !== opening.name) continue;
    depth += token.kind === "open" ? 1 : -1;
    if (depth === 0) return next + 1;
  }
  // It never ends: only its beginning goes.
  return at + 1;
}

/** A property of a style attribute, in small letters; empty when it is not there. */
export function styleOf(attributes: Record<string, string>, property: string): string {
  for (const rule of (attributes.style ?? "").split(";")) {
    const [name, ...value] = rule.split(":");
    if (name?.trim().toLowerCase() === property) return value.join(":").trim().toLowerCase();
  }
  return "";
}

const names = new Map([
  ["nbsp", " "],
  ["middot", "·"],
  ["bull", "•"],
  ["sect", "§"],
  ["oslash", "Ø"],
]);

/** Text without entities, as far as markers of lists are written with them. */
export function plainText(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([\da-f]+)|([a-z]+));/gi, (all, decimal, hex, name?: string) => {
    if (name) return names.get(name.toLowerCase()) ?? all;
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
  });
}
