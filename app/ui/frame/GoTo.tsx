import { Form, Link, useNavigate } from "@remix-run/react";
import { type FormEvent, useState } from "react";
import { searchAddress } from "~/address/desk";
import { useTranslation } from "~/i18n/useTranslation";
import { Dialog } from "~/ui/Dialog";
import { useShortcut } from "~/ui/useShortcut";

/** A page that Ctrl K can open. */
export interface Place {
  to: string;
  label: string;
}

function Places({ places, words }: { places: readonly Place[]; words: string }) {
  const { t } = useTranslation();
  return (
    <ul className="goto-list">
      {places.map(({ to, label }) => (
        <li key={to}>
          <Link to={to}>{label}</Link>
        </li>
      ))}
      {words && (
        <li>
          <Link to={`${searchAddress}?q=${encodeURIComponent(words)}`}>
            {t("ui.goto.searchFor", { words })}
          </Link>
        </li>
      )}
      {words && places.length === 0 && <li className="muted">{t("ui.goto.none")}</li>}
    </ul>
  );
}

/** Ctrl K: type part of a page's name and press Enter to open it; any other words are searched for. */
export function GoTo({ places }: { places: readonly Place[] }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const [words, setWords] = useState("");
  useShortcut("k", () => setOpen(true), { control: true });
  const wanted = words.trim().toLocaleLowerCase();
  const found = places.filter(({ label }) => label.toLocaleLowerCase().includes(wanted));
  function close() {
    setOpen(false);
    setWords("");
  }
  function onSubmit(event: FormEvent) {
    const first = found[0];
    if (first) {
      event.preventDefault();
      navigate(first.to);
    }
    close();
  }
  return (
    <Dialog title={t("ui.goto.title")} open={open} onClose={close}>
      <Form method="get" action={searchAddress} onSubmit={onSubmit}>
        <input
          className="input input-full"
          type="search"
          name="q"
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
          aria-label={t("ui.goto.label")}
          placeholder={t("ui.goto.label")}
          autoComplete="off"
        />
      </Form>
      {/* Following any link closes the window the link stands in. */}
      <div onClickCapture={close} role="presentation">
        <Places places={found} words={words.trim()} />
      </div>
    </Dialog>
  );
}
