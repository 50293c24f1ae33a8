/** Where the bytes of files lie. */
export const filesAddress = "/desk/files/";

/** Addresses the bytes of a file: as it is kept, or small. */
export function fileAddress(id: string, form: "content" | "thumbnail" = "content"): string {
  return `${filesAddress}${id}/${form}`;
}

/** Addresses the page of the files on a thing, where they are added and tended. */
export function attachedAddress({ kind, subjectId }: { kind: string; subjectId: string }): string {
  return `/desk/attached/${kind}/${subjectId}`;
}

/** Addresses where files are sent one by one. */
export function sendFileAddress(on: { kind: string; subjectId: string }): string {
  return `${attachedAddress(on)}/add`;
}
