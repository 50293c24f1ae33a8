import { z } from "zod";
import { roles } from "~/access/role";
import { day, key, line, optionalKey, version } from "~/value/fields";
import { account } from "../holdingForms";

const titles = { titleZh: line(80), titleEn: line(120) };

/** Enters a new post of a unit; several of the same title may stand side by side. */
export const addPostForm = z.object({
  unit: key(),
  role: z.enum(roles, { error: "error.required" }),
  ...titles,
});
export type AddPostInput = z.output<typeof addPostForm>;

/** Changes a post's title and its deputy. */
export const changePostForm = z.object({
  postId: key(),
  version: version(),
  ...titles,
  /** Whoever holds that post stands in while this one is vacant. */
  deputyPostId: optionalKey(),
});
export type ChangePostInput = z.output<typeof changePostForm>;

/** Closes a post. */
export const closePostForm = z.object({ postId: key() });

/** Has somebody stand in for the holder of a post, from a day to a day. */
export const substituteForm = z.object({ postId: key(), account: account(), fromDay: day(), toDay: day() });
export type SubstituteInput = z.output<typeof substituteForm>;

/** Ends that before its last day. */
export const endSubstituteForm = z.object({ holdingId: key() });
