import { useFetcher } from "@remix-run/react";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { useTranslation } from "~/i18n/useTranslation";
import { onceField } from "~/ledger/onceField";
import type { Refusal } from "~/ledger/result";
import { newKey } from "~/ui/OnceKey";
import { RefusalNotice } from "~/ui/RefusalNotice";
import { AgendaRow } from "./AgendaRow";
import type { AgendaPage } from "./showAgenda.server";

/** The entries in order. Alt with an arrow key moves the entry that has the focus, which stays on it. */
export function AgendaList({ page }: { page: AgendaPage }) {
  const { t } = useTranslation();
  const fetcher = useFetcher<{ refusal?: Refusal } | null>();
  const list = useRef<HTMLOListElement>(null);
  const held = useRef<string | null>(null);
  const order = page.lines.map((line) => line.id).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new order takes the focus away from what was moved
  useEffect(() => {
    const row = held.current && list.current?.querySelector<HTMLElement>(`[id="${held.current}"]`);
    if (row && !row.contains(document.activeElement)) row.focus();
    held.current = null;
  }, [order]);

  function onKeyDown(event: KeyboardEvent<HTMLOListElement>) {
    const to = { ArrowUp: "up", ArrowDown: "down" }[event.key];
    const row = (event.target as HTMLElement).closest<HTMLElement>("li[data-topic]");
    if (!to || !event.altKey || !row || !page.can.arrange || fetcher.state !== "idle") return;
    event.preventDefault();
    held.current = row.id;
    const form = { intent: "move", topicId: row.dataset.topic ?? "", to, stay: "", [onceField]: newKey() };
    fetcher.submit(form, { method: "post", preventScrollReset: true });
  }

  const refusal = fetcher.data?.refusal;
  const longest = Math.max(60, ...page.lines.map((line) => line.minutesAllotted ?? 0));
  return (
    <>
      {page.can.arrange && <p className="field-hint agenda-keys no-print">{t("session.agenda.keys")}</p>}
      <ol className="agenda-list" ref={list} onKeyDown={onKeyDown}>
        {page.lines.map((line, at) => (
          <AgendaRow key={line.id} page={page} line={line} at={at} longest={longest} />
        ))}
      </ol>
      {refusal && <RefusalNotice messageKey={`refusal.${refusal.code}`} values={refusal.values} />}
    </>
  );
}
