import { useEffect, useRef } from "react";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { Shape } from "~/ui/Shape";
import type { UnitChoice, UnitFound } from "./unitMatch";

/** What a unit is called where there is little room, and in full; one name where they are the same. */
export function unitWords(unit: Pick<UnitChoice, "name" | "shortZh">, language: string) {
  const full = named(unit.name, language);
  const short = language === "en" ? full : unit.shortZh || full;
  const other = language === "en" ? unit.shortZh : full;
  return { short, full: other === short ? "" : other };
}

/** Props of {@link UnitOptions}. */
export interface UnitOptionsProps {
  id: string;
  label: string;
  found: readonly UnitFound[];
  chosen: readonly string[];
  active: number;
  multiple: boolean;
  onChoose: (unit: UnitChoice) => void;
  onPoint: (at: number) => void;
}

/** The id of an option, for aria-activedescendant. */
export const unitOption = (listId: string, at: number) => `${listId}-${at}`;

type OptionProps = Pick<UnitOptionsProps, "id" | "onChoose" | "onPoint"> & {
  one: UnitFound;
  at: number;
  active: boolean;
  chosen: boolean;
};

function Option({ id, one, at, active, chosen, onChoose, onPoint }: OptionProps) {
  const { i18n } = useTranslation();
  const own = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active) own.current?.scrollIntoView({ block: "nearest" });
  }, [active]);
  const { short, full } = unitWords(one.unit, i18n.language);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's, which keeps the focus
    // biome-ignore lint/a11y/useFocusableInteractive: named to the field by aria-activedescendant
    <div
      ref={own}
      id={unitOption(id, at)}
      className="unit-option"
      role="option"
      aria-selected={chosen}
      data-active={active || undefined}
      onClick={() => onChoose(one.unit)}
      onPointerMove={() => active || onPoint(at)}
    >
      <span className="unit-option-mark">{chosen && <Shape name="check" />}</span>
      <span className="unit-option-names">
        <span className="unit-option-short">{short}</span>
        <span className="unit-option-full">{full}</span>
      </span>
      {one.reason && <span className="unit-option-reason">{one.reason}</span>}
    </div>
  );
}

/** The units that what was typed may mean, under the field. */
export function UnitOptions(props: UnitOptionsProps) {
  const { id, label, found, chosen, active, multiple } = props;
  const { t } = useTranslation();
  const own = useRef<HTMLDivElement>(null);
  // The field may stand at the foot of the window.
  useEffect(() => {
    own.current?.scrollIntoView({ block: "nearest" });
  }, []);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the field keeps its focus, and the phone its keyboard
    <div ref={own} className="unit-options" onMouseDown={(event) => event.preventDefault()}>
      <div id={id} role="listbox" aria-label={label} aria-multiselectable={multiple || undefined}>
        {found.map((one, at) => (
          <Option
            key={one.unit.id}
            {...props}
            {...{ one, at }}
            active={at === active}
            chosen={chosen.includes(one.unit.id)}
          />
        ))}
      </div>
      {found.length === 0 && <p className="unit-options-none">{t("unitBox.none")}</p>}
    </div>
  );
}
