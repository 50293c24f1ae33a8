import { useLocation, useNavigate } from "@remix-run/react";
import { useTranslation } from "~/i18n/useTranslation";
import { Button } from "~/ui/Button";
import { forgetWords, formOf, type KeptWords } from "~/ui/keptWords";
import { useKeptElsewhere } from "./useKeptElsewhere";

/** Opens what a form of the page stands in. */
function uncover(form: HTMLFormElement): void {
  for (let fold = form.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null)
    fold.open = true;
  const dialog = form.closest("dialog");
  if (dialog && !dialog.open) dialog.showModal();
  form.scrollIntoView({ block: "center" });
  form.querySelector<HTMLElement>("textarea, select, input:not([type='hidden'])")?.focus();
}

/** Says at the foot of the page that something typed there was not sent, and leads back to it. */
export function KeptBar() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const kept = useKeptElsewhere(pathname);
  if (kept.length === 0) return null;
  function goOn({ id, path, search }: KeptWords) {
    const form = formOf(id);
    if (form) uncover(form);
    else navigate(path + search, { preventScrollReset: true });
  }
  function giveUp({ id }: KeptWords) {
    formOf(id)?.reset();
    forgetWords(id);
  }
  return (
    <section className="kept-bar no-print" aria-label={t("ui.kept.title")}>
      {kept.map((one) => (
        <div className="kept" role="status" key={one.id}>
          <span>{t("ui.kept.elsewhere", { form: one.label })}</span>
          <Button type="button" size="small" onClick={() => goOn(one)}>
            {t("ui.kept.goOn")}
          </Button>
          <Button type="button" variant="quiet" size="small" onClick={() => giveUp(one)}>
            {t("ui.kept.giveUp")}
          </Button>
        </div>
      ))}
    </section>
  );
}
