import { z } from "zod";
import { key, line, optionalKey, optionalLine, version } from "~/value/fields";

/** Most characters of a caption, and of the reason for which a file was removed. */
export const longestCaption = 200;
export const longestReason = 200;

// More than a thing may have, so that too many are refused with the sentence that says so.
const sentFiles = () => z.array(z.file()).max(200).default([]);

/** Adding files that were chosen, dropped or pasted, and a photo that was just taken. */
export const addFilesForm = z.object({
  file: sentFiles(),
  photo: sentFiles(),
});

/** Most characters that somebody can say a file has. */
export const mostCharacters = 1_000_000;

/** What a file is called, and how long it is where that could not be counted. */
export const captionForm = z.object({
  fileId: key(),
  version: version(),
  caption: optionalLine(longestCaption),
  characters: z.coerce
    .number({ error: "file.error.characters" })
    .int({ error: "file.error.characters" })
    .min(0, { error: "file.error.characters" })
    .max(mostCharacters, { error: "file.error.characters" })
    .optional(),
});

/** One place up or down, or before another file; before none is the end. */
export const moveFileForm = z.object({
  fileId: key(),
  to: z.enum(["up", "down", "before"]),
  beforeId: optionalKey(),
});

export const removeFileForm = z.object({ fileId: key(), reason: line(longestReason) });
