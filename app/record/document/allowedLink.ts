/**
 * Tells whether an address may be linked: http, https, or a path on this site. No other schemes, no
 * protocol-relative addresses, and nothing with characters a browser would skip over.
 */
export function isAllowedLink(address: unknown): address is string {
  if (typeof address !== "string" || address.length > 2_000) return false;
  for (const character of address) {
    if (character <= " " || character === "\u007f" || character === "\\") return false;
  }
  if (/^\/(?!\/)/.test(address)) return true;
  if (!/^https?:\/\/[^/]/i.test(address)) return false;
  return URL.canParse(address);
}
