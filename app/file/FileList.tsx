import { useFetcher } from "@remix-run/react";
import { type DragEvent, type MouseEvent, useState } from "react";
import { attachedAddress } from "~/address/files";
import { useTranslation } from "~/i18n/useTranslation";
import { onceField } from "~/ledger/onceField";
import { newKey } from "~/ui/OnceKey";
import { useHydrated } from "~/ui/useHydrated";
import { FileRow } from "./FileRow";
import { FileViewer } from "./FileViewer";
import type { ShownFile, ShownFiles } from "./fileRights";
import { isImage } from "./fileType";

const dragged = "application/x-huishang-file";

/** The files of a thing in their order. An image opens in the viewer; a file is dragged to another place. */
export function FileList({ shown, now }: { shown: ShownFiles; now: string }) {
  const { t } = useTranslation();
  const { files } = shown;
  const [seen, setSeen] = useState<string | null>(null);
  const drag = useDrag(shown);
  const images = files.filter(({ type }) => isImage(type));
  const onOpen = (event: MouseEvent, { id, type }: ShownFile) => {
    if (!isImage(type) || event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    setSeen(id);
  };
  return (
    <>
      <ol className="file-list" aria-label={t("file.list")}>
        {files.map((file, at) => (
          <li key={file.id} className="file" {...drag(file)}>
            <FileRow shown={shown} file={file} at={at} now={now} onOpen={(event) => onOpen(event, file)} />
          </li>
        ))}
      </ol>
      <FileViewer images={images} seen={seen} see={setSeen} />
    </>
  );
}

/** What makes of an entry one that is dragged before another. */
function useDrag(shown: ShownFiles) {
  const hydrated = useHydrated();
  const fetcher = useFetcher();
  const drop = (fileId: string, beforeId: string) => {
    const form = { intent: "move", fileId, to: "before", beforeId, stay: "", [onceField]: newKey() };
    fetcher.submit(form, { method: "post", action: attachedAddress(shown), preventScrollReset: true });
  };
  return ({ id, tends }: ShownFile) => {
    if (!hydrated) return {};
    return {
      draggable: tends,
      onDragStart: ({ dataTransfer }: DragEvent) => dataTransfer.setData(dragged, id),
      onDragOver: (event: DragEvent) => {
        if (event.dataTransfer.types.includes(dragged)) event.preventDefault();
      },
      onDrop: (event: DragEvent) => {
        const moved = event.dataTransfer.getData(dragged);
        if (!shown.files.some((file) => file.id === moved) || moved === id) return;
        event.preventDefault();
        drop(moved, id);
      },
    };
  };
}
