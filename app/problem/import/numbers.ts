const exponent = /^([+-]?)(\d+)(?:\.(\d*))?E\+?(\d{1,2})$/i;

/**
 * Writes a number without exponent, digit by digit, as programs write long ones: 2.0260106001E10 → 20260106001.
 * Anything else stays as it is, save that a whole number loses its ".0".
 */
export function plainNumber(text: string): string {
  const match = exponent.exec(text);
  if (!match) return /^-?\d+\.0+$/.test(text) ? text.slice(0, text.indexOf(".")) : text;
  const [, sign = "", whole = "", fraction = "", power = "0"] = match;
  const places = Number(power);
  const digits = (whole + fraction.padEnd(places, "0")).replace(/^0+(?=\d)/, "");
  const rest = fraction.length - places;
  const at = digits.length - rest;
  const plain = rest > 0 ? `${digits.slice(0, at) || "0"}.${digits.slice(at)}` : digits;
  return (sign === "-" ? "-" : "") + plain.replace(/\.0+$/, "");
}

/**
 * Whether a number was shortened when it was written, as a spreadsheet saves a long one as text (2.02601E+10):
 * its last digits are lost.
 */
export function isShortened(text: string): boolean {
  const match = /^\d\.?(\d*)E\+(\d{1,2})$/i.exec(text.trim());
  return match !== null && match[1]!.length < Number(match[2]);
}
