import { z } from "zod";
import { password, verbatim, words } from "~/value/fields";

/** Minutes are laid before the chair; `anyway`, although somebody is writing in them. */
export const proposeForm = z.object({ anyway: z.literal("yes").optional() });

/** The chair signs what was laid before them, with the password once more. */
export const signForm = z.object({ sha256: verbatim(64), password: password() });

/** The chair returns it and says what is to be changed. */
export const returnForm = z.object({ sha256: verbatim(64), words: words(500) });
