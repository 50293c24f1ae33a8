/** What the ledger keeps of a text: enough to prove what it was, not to read it. */
export interface Sealed {
  /** HMAC of the text under the ledger's key, hex: a plain hash of something short could be guessed. */
  sealed: string;
  /** In UTF-16 units. */
  length: number;
}

// What these fields hold is a code, a number, or the name of an office or a paper: never what people wrote, nor
// anything about a resident. A field that is not named here is taken for people's words.
const openFields = new Set([
  ...["kind", "verb", "step", "state", "stage", "label", "source", "role", "code", "slug", "unit", "parent"],
  ...[
    "statement",
    "voice",
    "outcome",
    "invitation",
    "problemClass",
    "powerLacking",
    "resourceKind",
    "decisionCode",
    "returnCode",
    "test",
  ],
  ...["number", "problemNumber", "documentNumber", "month", "months", "startsAt", "position", "parts"],
  ...["nameZh", "nameEn", "shortZh", "titleZh", "titleEn", "contactZh", "contactEn", "matter", "basis"],
  ...["streetSlug", "sha256", "series", "rules", "rule", "decision", "askedBy", "erased", "entries", "list"],
  ...["holiday"],
]);

// Reasons that officials give for what they do stand nowhere else, or only until the next one.
const statedFields = new Set([
  ...[
    "reason",
    "correction",
    "note",
    "returnReason",
    "decisionText",
    "swapReason",
    "outcomeNote",
    "reservations",
  ],
]);

/** Whether the text of a field is kept beside the ledger, because it has no other home. */
export function isStated(field: string): boolean {
  return statedFields.has(field);
}

// Identifiers, days and instants carry no words, whatever field holds them.
const wordless =
  /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{4}-\d{2}(?:-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z)?)?)$/;

/** Whether a value stands for a text that the ledger does not keep. */
export function isSealed(value: unknown): value is Sealed {
  return typeof value === "object" && value !== null && typeof (value as Sealed).sealed === "string";
}

/**
 * Replaces every text in what is booked, except those of fields that hold no people's words. What is sealed already
 * stays as it is.
 * @param seal makes of a text in a field what is kept of it
 */
export function sealTexts(
  value: unknown,
  seal: (text: string, field: string) => Sealed,
  field = "",
): unknown {
  if (openFields.has(field) || value === null || isSealed(value)) return value;
  if (typeof value === "string") return value === "" || wordless.test(value) ? value : seal(value, field);
  if (Array.isArray(value)) return value.map((one) => sealTexts(one, seal, field));
  if (typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, sealTexts(inner, seal, key)]));
}
