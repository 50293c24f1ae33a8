import { useState } from "react";
import { useTranslation } from "~/i18n/useTranslation";
import { Dialog } from "~/ui/Dialog";
import { useShortcut } from "~/ui/useShortcut";

/** A key and what it does, for the list that "?" opens. */
export interface KeyHelp {
  keys: string;
  does: string;
}

/** Opens on "?" and lists the keys: those of the frame, then those of the page. */
export function KeysDialog({ more = [] }: { more?: readonly KeyHelp[] }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  useShortcut("?", () => setOpen(true));
  const keys: KeyHelp[] = [
    { keys: "/", does: t("ui.keys.search") },
    { keys: "Ctrl K", does: t("ui.keys.goto") },
    { keys: "?", does: t("ui.keys.list") },
    { keys: "Tab", does: t("ui.keys.next") },
    { keys: "Esc", does: t("ui.keys.close") },
    ...more,
  ];
  return (
    <Dialog title={t("ui.keys.title")} open={open} onClose={() => setOpen(false)}>
      <dl className="keys">
        {keys.map((key) => (
          <div key={`${key.keys} ${key.does}`}>
            <dt>
              <kbd>{key.keys}</kbd>
            </dt>
            <dd>{key.does}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
