import { z } from "zod";
import { keyOrNone } from "~/value/fields";

/** In which language a calendar feed is written; the first one where it is none of ours. */
export const feedForm = z.object({ language: keyOrNone() });
