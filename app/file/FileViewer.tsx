import { type KeyboardEvent, useEffect, useRef } from "react";
import { fileAddress } from "~/address/files";
import { useTranslation } from "~/i18n/useTranslation";
import { Button } from "~/ui/Button";
import type { ShownFile } from "./fileRights";

interface FileViewerProps {
  images: readonly ShownFile[];
  /** Which is seen; null while it is closed. */
  seen: string | null;
  see: (id: string | null) => void;
}

/** Shows images one by one above the page: arrow keys lead on, Esc closes. */
export function FileViewer({ images, seen, see }: FileViewerProps) {
  const { t } = useTranslation();
  const box = useRef<HTMLDialogElement>(null);
  const at = images.findIndex(({ id }) => id === seen);
  const image = images[at];
  const open = image !== undefined;
  useEffect(() => {
    if (open && !box.current?.open) box.current?.showModal();
    if (!open && box.current?.open) box.current.close();
  }, [open]);
  const go = (by: number) => {
    const next = images[at + by];
    if (next) see(next.id);
  };
  const onKeyDown = ({ key }: KeyboardEvent) => {
    if (key === "ArrowLeft") go(-1);
    if (key === "ArrowRight") go(1);
  };
  return (
    <dialog
      ref={box}
      className="file-viewer"
      aria-label={t("file.viewer")}
      onClose={() => see(null)}
      onKeyDown={onKeyDown}
    >
      {image && (
        <>
          <header className="file-viewer-head">
            <p>
              {image.caption || image.name}{" "}
              <span className="muted num">{t("file.place", { at: at + 1, of: images.length })}</span>
            </p>
            <Button type="button" variant="quiet" size="small" onClick={() => box.current?.close()}>
              {t("ui.close")}
            </Button>
          </header>
          <img
            key={image.id}
            src={fileAddress(image.id)}
            alt={image.caption || image.name}
            width={image.width ?? undefined}
            height={image.height ?? undefined}
          />
          <footer className="file-viewer-foot">
            <Button type="button" size="small" disabled={at === 0} onClick={() => go(-1)}>
              {t("file.previous")}
            </Button>
            <a href={fileAddress(image.id)} download={image.name}>
              {t("file.download")}
            </a>
            <Button type="button" size="small" disabled={at === images.length - 1} onClick={() => go(1)}>
              {t("file.next")}
            </Button>
          </footer>
        </>
      )}
    </dialog>
  );
}
