import { createHash } from "node:crypto";

/**
 * Answers a request for a calendar; without its text where the asker has it already.
 * @param fileName what it is saved as; left out where it is read again and again
 */
export function calendarAnswer(request: Request, text: string, fileName?: string): Response {
  const tag = `"${createHash("sha256").update(text).digest("base64url").slice(0, 27)}"`;
  const headers = {
    "Content-Type": "text/calendar; charset=utf-8",
    "Content-Disposition": fileName ? `attachment; filename="${fileName}"` : "inline",
    // It is asked for again each time, and answered shortly where nothing has changed.
    "Cache-Control": "private, no-cache",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex",
    ETag: tag,
  };
  const known = request.headers
    .get("If-None-Match")
    ?.split(",")
    .map((one) => one.trim().replace(/^W\//, ""));
  if (known?.includes(tag)) return new Response(null, { status: 304, headers });
  return new Response(text, { headers });
}
