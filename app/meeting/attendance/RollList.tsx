import { type KeyboardEvent, useRef } from "react";
import { useTranslation } from "~/i18n/useTranslation";
import { isCalled, isExpected, rollStates } from "~/meeting/conduct/attendance";
import { RollRow } from "./RollRow";
import type { RollCallPage } from "./showRollCall.server";

const isField = (target: EventTarget) =>
  target instanceof HTMLElement && target.matches("input, textarea, select");

/** The roll. On a row, 1 to 4 enter its state and go on to the next one; the arrows move between rows. */
export function RollList({ page }: { page: RollCallPage }) {
  const { t } = useTranslation();
  const list = useRef<HTMLOListElement>(null);
  const rows = () => [...(list.current?.querySelectorAll<HTMLElement>("li[data-line]") ?? [])];

  function onKeyDown(event: KeyboardEvent<HTMLOListElement>) {
    const row = (event.target as HTMLElement).closest<HTMLElement>("li[data-line]");
    if (!row || isField(event.target) || event.altKey || event.ctrlKey || event.metaKey) return;
    const at = rows().indexOf(row);
    const state = rollStates[Number(event.key) - 1];
    if (state) row.querySelector<HTMLButtonElement>(`button[value="${state}"]`)?.click();
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key] ?? (state ? 1 : 0);
    if (step === 0) return;
    event.preventDefault();
    rows()[at + step]?.focus();
  }

  const first = page.lines.find((line) => isExpected(line.invitation) && !isCalled(line.state));
  return (
    <>
      {page.can.callRoll && (
        <p className="field-hint roll-keys no-print">
          {page.can.corrects ? t("session.roll.closed") : t("session.roll.keys")}
        </p>
      )}
      <ol className="roll" ref={list} onKeyDown={onKeyDown}>
        {page.lines.map((line) => (
          <RollRow key={line.id} line={line} can={page.can} current={line.id === first?.id} />
        ))}
      </ol>
    </>
  );
}
