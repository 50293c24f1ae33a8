import { isImage } from "./fileType";
import type { ServedFile } from "./readFile.server";

/**
 * Answers a request with the bytes of a file. Only images that were made anew, and PDF, open in the browser; whatever it
 * is, it runs nothing and loads nothing. It is asked for again each time, so that a file that was removed, or that
 * somebody may not see any more, is nowhere.
 */
export async function fileAnswer(request: Request, file: ServedFile): Promise<Response> {
  const { sha256, name, type, media } = file;
  const opens = isImage(type) || type === "pdf";
  const headers = new Headers({
    "Content-Type": media,
    "Content-Disposition": dispositionOf(opens ? "inline" : "attachment", name),
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "Cache-Control": "private, no-cache",
    ETag: `"${sha256}"`,
  });
  if (request.headers.get("If-None-Match")?.includes(sha256))
    return new Response(null, { status: 304, headers });
  return new Response(new Uint8Array(await file.bytes()), { headers });
}

/** Names a file in a header, which takes only ASCII: in full as RFC 5987 has it, and by its ending for who knows neither. */
function dispositionOf(how: "inline" | "attachment", name: string): string {
  const ending = name.slice(name.lastIndexOf(".")).replace(/[^.\w]/g, "");
  const full = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${how}; filename="file${ending}"; filename*=UTF-8''${full}`;
}
