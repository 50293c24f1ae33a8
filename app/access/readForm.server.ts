import { refusalResponse } from "./request.server";

/** What one form may hold. */
export interface FormBounds {
  /** Largest size in MiB, refused by its announced length or, without one, counted while it arrives. */
  megabytes: number;
  /** Whether files belong to it; where they do not, they are left out. */
  files?: boolean;
}

const smallForm: FormBounds = { megabytes: 1 };
const mostFields = 5_000;
// By fields of these names the form's library would be told to insert, remove or restore; no page of ours does.
const ordersToLibrary = ["__intent__", "__state__"];
const urlEncoded = "application/x-www-form-urlencoded";
const multipart = "multipart/form-data";

/**
 * Reads the form that a request carries. Throws the answer `notAForm` (415) where the body is of another kind,
 * `formTooLarge` and `tooManyFields` (413) beyond its bounds, and `formUnreadable` (400) where it is broken.
 */
export async function readForm(request: Request, bounds = smallForm): Promise<FormData> {
  const header = request.headers.get("Content-Type") ?? "";
  const type = header.split(";")[0]!.trim().toLowerCase();
  if (type !== urlEncoded && type !== multipart) throw refusalResponse({ code: "notAForm" });
  const bytes = await readBytes(request, bounds.megabytes);
  const separator = type === urlEncoded ? "&" : (/boundary="?([^";]+)/i.exec(header)?.[1] ?? "");
  if (holdsMore(bytes, separator, mostFields)) throw refusalResponse({ code: "tooManyFields" });
  const form = await parse(bytes, header);
  if (ordersToLibrary.some((name) => form.has(name))) throw refusalResponse({ code: "formUnreadable" });
  return bounds.files ? form : withoutFiles(form);
}

async function readBytes(request: Request, megabytes: number): Promise<Buffer> {
  const most = megabytes * 1024 * 1024;
  const tooLarge = () => refusalResponse({ code: "formTooLarge", values: { megabytes } });
  // Answered before any of it is read; the server lets the rest go by.
  if (Number(request.headers.get("Content-Length") ?? 0) > most) throw tooLarge();
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = request.body?.getReader();
  try {
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
      length += part.value.length;
      // What is too much is taken in and let go: nobody hears an answer while he is still sending.
      if (length <= most) parts.push(part.value);
      else parts.length = 0;
    }
  } catch {
    throw refusalResponse({ code: "formUnreadable" });
  }
  if (length > most) throw tooLarge();
  return Buffer.concat(parts);
}

function holdsMore(bytes: Buffer, separator: string, most: number): boolean {
  if (separator === "") return false;
  let count = 0;
  for (let at = bytes.indexOf(separator); at >= 0; at = bytes.indexOf(separator, at + separator.length))
    if (++count > most) return true;
  return false;
}

async function parse(bytes: Buffer, header: string): Promise<FormData> {
  try {
    return await new Response(new Uint8Array(bytes), { headers: { "Content-Type": header } }).formData();
  } catch {
    throw refusalResponse({ code: "formUnreadable" });
  }
}

function withoutFiles(form: FormData): FormData {
  for (const [name, value] of [...form]) if (typeof value !== "string") form.delete(name);
  return form;
}
