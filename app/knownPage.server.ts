import { createHash } from "node:crypto";
import type { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";

/**
 * Answers a page that may be kept: with the sign of what stands in it, and without its words for whoever has the same
 * page already. Who keeps it asks each time, and so never shows what has been withdrawn.
 */
export async function knownPage(
  request: Request,
  page: Readable,
  { headers, status }: { headers: Headers; status: number },
): Promise<Response> {
  const words = await buffer(page);
  // Weak, because it is the same page however it is compressed.
  const sign = `W/"${createHash("sha256").update(words).digest("base64url").slice(0, 27)}"`;
  headers.set("ETag", sign);
  const known = (request.headers.get("If-None-Match") ?? "").split(",").map((one) => one.trim());
  if (status === 200 && known.includes(sign)) return new Response(null, { headers, status: 304 });
  return new Response(words, { headers, status });
}

/** Tells whether a page says that everybody may keep it. */
export function mayBeKept(headers: Headers): boolean {
  return (headers.get("Cache-Control") ?? "").startsWith("public");
}
