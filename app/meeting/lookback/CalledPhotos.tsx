import { type MouseEvent, useState } from "react";
import { fileAddress } from "~/address/files";
import { FileViewer } from "~/file/FileViewer";
import type { ShownFile } from "~/file/fileRights";
import { useTranslation } from "~/i18n/useTranslation";

/** The photos on a task that is called, small and in one row; one that is pressed opens above the page. */
export function CalledPhotos({ photos }: { photos: readonly ShownFile[] }) {
  const { t } = useTranslation();
  const [seen, see] = useState<string | null>(null);
  if (photos.length === 0) return <p className="muted small">{t("task.lookBack.noPhotos")}</p>;
  const open = (event: MouseEvent, id: string) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    see(id);
  };
  return (
    <>
      <ul className="called-photos" aria-label={t("task.lookBack.photos")}>
        {photos.map(({ id, name, caption }) => (
          <li key={id}>
            <a href={fileAddress(id)} onClick={(event) => open(event, id)}>
              <img src={fileAddress(id, "thumbnail")} alt={caption || name} loading="lazy" />
            </a>
          </li>
        ))}
      </ul>
      <FileViewer images={photos} seen={seen} see={see} />
    </>
  );
}
