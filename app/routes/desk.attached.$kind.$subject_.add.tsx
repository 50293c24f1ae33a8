import { oneForm } from "~/access/intents.server";
import { fileKinds } from "~/attachment/kinds.server";
import { fileActs, fileBounds, inAWord, meetsSubject } from "~/file/fileActs.server";

/** Takes files one by one and answers in a word, for pages that show how far each has come. */
export const action = inAWord(
  oneForm(fileActs(fileKinds).add, { meets: meetsSubject(fileKinds), bounds: fileBounds }),
);
