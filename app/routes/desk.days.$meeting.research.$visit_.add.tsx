import { oneForm } from "~/access/intents.server";
import { inAWord } from "~/file/fileActs.server";
import { noteAct } from "~/meeting/research/visitRoute.server";

/** Takes notes one by one and answers in a word, for phones that kept them while there was no network. */
export const action = inAWord(oneForm(noteAct));
