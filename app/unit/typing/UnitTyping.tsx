import { type FocusEvent, type FocusEventHandler, type InputHTMLAttributes, useId } from "react";
import { useTranslation } from "~/i18n/useTranslation";
import { Shape } from "~/ui/Shape";
import { UnitOptions, unitOption, unitWords } from "./UnitOptions";
import type { ProposedUnit, UnitChoice } from "./unitMatch";
import { useUnitCombo } from "./useUnitCombo";
import "./typing.css";

/** Props of {@link UnitTyping}; whatever else an <input> takes goes to it. */
export interface UnitTypingProps extends InputHTMLAttributes<HTMLInputElement> {
  label: string;
  units: readonly UnitChoice[];
  proposed?: readonly ProposedUnit[];
  multiple?: boolean;
  chosen: readonly string[];
  choose: (ids: readonly string[]) => void;
}

interface ChosenUnitsProps {
  units: readonly UnitChoice[];
  onRemove: (id: string) => void;
}

function ChosenUnits({ units, onRemove }: ChosenUnitsProps) {
  const { t, i18n } = useTranslation();
  if (units.length === 0) return null;
  return (
    <ul className="unit-chosen">
      {units.map((unit) => {
        const { short, full } = unitWords(unit, i18n.language);
        return (
          <li key={unit.id} title={full || undefined}>
            {short}
            <button
              type="button"
              onClick={() => onRemove(unit.id)}
              aria-label={t("unitBox.remove", { unit: short })}
            >
              <Shape name="cross" />
            </button>
          </li>
        );
      })}
    </ul>
  );
}

/** Does both, what the field does of itself and what whoever shows it wants. */
const both =
  (own: (event: FocusEvent<HTMLInputElement>) => void, other?: FocusEventHandler<HTMLInputElement>) =>
  (event: FocusEvent<HTMLInputElement>) => {
    own(event);
    other?.(event);
  };

/** A field in which units are typed, each by its name, its short name or its pinyin. */
export function UnitTyping(props: UnitTypingProps) {
  const { label, units, proposed, multiple = false, chosen, choose, onFocus, onBlur, ...rest } = props;
  const { t, i18n } = useTranslation();
  const listId = useId();
  const [one] = multiple ? [] : units.filter(({ id }) => chosen.includes(id));
  const said = one ? unitWords(one, i18n.language).short : "";
  const combo = useUnitCombo({ units, proposed, multiple, chosen, said, choose });
  const { open, found, active } = combo;
  return (
    <div className="unit-combo">
      {multiple && (
        <ChosenUnits
          units={units.filter(({ id }) => chosen.includes(id))}
          onRemove={(id) => choose(chosen.filter((other) => other !== id))}
        />
      )}
      <input
        placeholder={t(multiple ? "unitBox.typeMore" : "unitBox.type")}
        {...rest}
        {...combo.field}
        onFocus={both(combo.field.onFocus, onFocus)}
        onBlur={both(combo.field.onBlur, onBlur)}
        className="input unit-combo-field"
        type="text"
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        title={one ? unitWords(one, i18n.language).full || undefined : undefined}
        value={combo.text}
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={listId}
        aria-activedescendant={open && found[active] ? unitOption(listId, active) : undefined}
      />
      {open && (
        <UnitOptions
          id={listId}
          {...{ label, found, chosen, active, multiple }}
          onChoose={combo.take}
          onPoint={combo.setActive}
        />
      )}
      <span className="visually-hidden" role="status">
        {open && t("unitBox.found", { count: found.length })}
      </span>
    </div>
  );
}
