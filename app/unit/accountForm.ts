import { z } from "zod";
import { keyOrNone } from "~/value/fields";

/** Names an account by its person. */
export const accountForm = z.object({ personId: keyOrNone() });
