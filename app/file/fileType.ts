import { cleanText } from "~/value/cleanText";

/** What a file can be: its endings, the first of them the usual one, and what browsers are told. */
export const fileTypes = {
  jpeg: { endings: ["jpg", "jpeg"], media: "image/jpeg" },
  pdf: { endings: ["pdf"], media: "application/pdf" },
  docx: {
    endings: ["docx"],
    media: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  },
  xlsx: { endings: ["xlsx"], media: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" },
  pptx: {
    endings: ["pptx"],
    media: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  },
  // The older files of WPS are of the same make as those of Office.
  doc: { endings: ["doc", "wps"], media: "application/msword" },
  xls: { endings: ["xls", "et"], media: "application/vnd.ms-excel" },
  ppt: { endings: ["ppt", "dps"], media: "application/vnd.ms-powerpoint" },
} as const;
export type FileType = keyof typeof fileTypes;

/** What a file is asked to be chosen from: telephones make a JPEG of their own format when it is not among them. */
export const acceptedFiles = [
  ...["image/jpeg", "image/png", "image/webp"],
  ...Object.values(fileTypes).flatMap(({ endings }) => endings.map((ending) => `.${ending}`)),
].join(",");

/** What a camera is asked for. */
export const acceptedPhotos = "image/jpeg,image/png,image/webp";

/** Whether it is kept as an image, made anew, and shown as such. */
export function isImage(type: FileType): boolean {
  return type === "jpeg";
}

/** Most characters of a file's name. */
const longestName = 120;

// What no file system takes in a name, or would take for more than a name.
const notInNames = /[\n\t<>:"/\\|?*\u200c\u200d]/g;

/** Names a file as it is kept: without a path, with the ending of what it is, whatever it was called. */
export function keptName(sent: string, type: FileType): string {
  const bare = cleanText(sent.split(/[/\\]/).at(-1)!).replace(notInNames, "").trim().replace(/^\.+/, "");
  const at = bare.lastIndexOf(".");
  const ending = at > 0 ? bare.slice(at + 1).toLowerCase() : "";
  const endings: readonly string[] = fileTypes[type].endings;
  const named = endings.includes(ending);
  // An image that was made anew no longer is what its ending said.
  const said = isImage(type) && /^(png|webp|gif|bmp|jfif)$/.test(ending);
  const stem = (named || said ? bare.slice(0, at) : bare).trim() || "file";
  return `${[...stem].slice(0, longestName).join("")}.${named ? ending : endings[0]}`;
}
