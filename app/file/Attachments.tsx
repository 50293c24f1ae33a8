import { type ReactNode, type RefObject, useEffect, useRef, useState } from "react";
import { sendFileAddress } from "~/address/files";
import { useTranslation } from "~/i18n/useTranslation";
import { useHydrated } from "~/ui/useHydrated";
import { AddFiles } from "./AddFiles";
import { FileList } from "./FileList";
import type { ShownFiles } from "./fileRights";
import { RemovedFiles } from "./RemovedFiles";
import { UploadList } from "./UploadList";
import { useUploads } from "./useUploads";
import "./file.css";

/** Props of {@link Attachments}. */
export interface AttachmentsProps {
  shown: ShownFiles;
  now: string;
  /** What stands above them; left out, whoever places them has a heading of their own. */
  heading?: ReactNode;
  /** Which evidence a resolution names; nothing else asks for any. */
  evidence?: string;
  /** The form is folded until it is asked for. */
  folded?: boolean;
  /** Takes what was chosen in place of sending it, where somebody else sends it later. */
  keep?: (files: Iterable<File>) => void;
}

/**
 * The files on a thing, and the form by which more are added: chosen, dropped, pasted or taken with the camera. Shows
 * nothing to who may not add any where there are none.
 */
export function Attachments({ shown, now, heading, evidence, folded, keep }: AttachmentsProps) {
  const { t } = useTranslation();
  const place = useRef<HTMLDivElement>(null);
  const { uploads, add: send, again, giveUp } = useUploads(sendFileAddress(shown));
  const add = keep ?? send;
  const over = useDropped(place, shown.adds, add);
  const { files, removed, adds } = shown;
  if (files.length + removed.length === 0 && !adds) return null;
  return (
    <div
      className={["files", over && "files-over", folded && heading && "files-headed"]
        .filter(Boolean)
        .join(" ")}
      ref={place}
      data-takes-files={adds ? "" : undefined}
    >
      {heading}
      {evidence && <p className="files-evidence">{t("file.evidence", { evidence })}</p>}
      {files.length > 0 && <FileList shown={shown} now={now} />}
      <UploadList uploads={uploads} again={again} giveUp={giveUp} />
      {adds && <AddFiles on={shown} add={add} folded={folded} />}
      <RemovedFiles removed={removed} now={now} />
    </div>
  );
}

/** Takes what is dropped on a place, or pasted while it is meant; tells whether something hangs over it. */
function useDropped(place: RefObject<HTMLElement>, takes: boolean, add: (files: File[]) => void): boolean {
  const hydrated = useHydrated();
  const [over, setOver] = useState(false);
  const taken = useRef(add);
  taken.current = add;
  useEffect(() => {
    const box = place.current;
    if (!box || !takes || !hydrated) return;
    const hangs = (event: globalThis.DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const leaves = (event: globalThis.DragEvent) => {
      if (!box.contains(event.relatedTarget as Node | null)) setOver(false);
    };
    const dropped = (event: globalThis.DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setOver(false);
      taken.current([...(event.dataTransfer?.files ?? [])]);
    };
    const pasted = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0 || !isMeant(box, event.target)) return;
      event.preventDefault();
      taken.current(files);
    };
    box.addEventListener("dragover", hangs);
    box.addEventListener("dragleave", leaves);
    box.addEventListener("drop", dropped);
    document.addEventListener("paste", pasted);
    return () => {
      box.removeEventListener("dragover", hangs);
      box.removeEventListener("dragleave", leaves);
      box.removeEventListener("drop", dropped);
      document.removeEventListener("paste", pasted);
    };
  }, [place, takes, hydrated]);
  return over;
}

const carriesFiles = (event: globalThis.DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;

/** What is pasted into no field is meant for the only place that takes files, else for that under hand or pointer. */
function isMeant(box: Element, target: EventTarget | null): boolean {
  const written = "input:not([type='file']), textarea, [contenteditable='true']";
  if (target instanceof Element && target.closest(written)) return false;
  if (document.querySelectorAll("[data-takes-files]").length === 1) return true;
  return box.matches(":hover") || box.contains(document.activeElement);
}
