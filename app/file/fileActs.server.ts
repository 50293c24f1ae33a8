import type { ActionFunctionArgs } from "@remix-run/node";
import type { FormResponse } from "~/access/form.server";
import { type Act, type Asked, act } from "~/access/intents.server";
import type { FormBounds } from "~/access/readForm.server";
import { addFiles, type SentFile } from "./addFiles.server";
import { addFilesForm, captionForm, moveFileForm, removeFileForm } from "./fileForms";
import type { AttachedTo, FileKinds } from "./fileKind.server";
import { fileLimits } from "./fileLimits";
import { showFiles } from "./showFiles.server";
import { captionFile, moveFile, removeFile } from "./tendFile.server";

/** What one form with files may hold. */
export const fileBounds: FormBounds = { megabytes: fileLimits.formMegabytes, files: true };

/** Reads from an address which thing is meant. */
export function attachedAsked({ params }: { params: Asked["params"] }): AttachedTo {
  return { kind: params.kind ?? "", subjectId: params.subject ?? "" };
}

/** What the page of the files on a thing can be asked for. */
export function fileActs(kinds: FileKinds): Record<"add" | "caption" | "move" | "remove", Act> {
  const toThing = ({ value }: { value: { address: string } }) => value.address;
  return {
    add: act(
      addFilesForm,
      async (asked, { file, photo }) => {
        const files = await Promise.all([...file, ...photo].map(sent));
        return addFiles(kinds, asked.actor, { ...attachedAsked(asked), files }, asked.now);
      },
      toThing,
    ),
    caption: act(
      captionForm,
      (asked, input) => captionFile(kinds, asked.actor, { ...attachedAsked(asked), ...input }, asked.now),
      toThing,
    ),
    move: act(
      moveFileForm,
      (asked, { fileId, to, beforeId = null }) =>
        moveFile(
          kinds,
          asked.actor,
          { ...attachedAsked(asked), fileId, move: to === "before" ? { to, beforeId } : { to } },
          asked.now,
        ),
      toThing,
    ),
    remove: act(
      removeFileForm,
      (asked, input) => removeFile(kinds, asked.actor, { ...attachedAsked(asked), ...input }, asked.now),
      toThing,
    ),
  };
}

/** Finds the thing before anything that was sent is read. */
export const meetsSubject = (kinds: FileKinds) => (asked: Asked) =>
  showFiles(kinds, asked.actor, attachedAsked(asked), asked.now);

async function sent(file: File): Promise<SentFile> {
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}

/** Makes an action that answers with JSON and no page. */
export function inAWord<Forms>(
  take: ((args: ActionFunctionArgs) => Promise<FormResponse>) & { forms: Forms },
) {
  const action = async (args: ActionFunctionArgs): Promise<Response> => {
    const { data, init } = await take(args);
    return Response.json(data, init ?? undefined);
  };
  return Object.assign(action, { forms: take.forms });
}
