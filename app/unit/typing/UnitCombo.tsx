import { type InputHTMLAttributes, type RefObject, useId } from "react";
import { useTranslation } from "~/i18n/useTranslation";
import { Shape } from "~/ui/Shape";
import { useCarried } from "~/unit/useCarried";
import { UnitOptions, unitOption, unitWords } from "./UnitOptions";
import type { ProposedUnit, UnitChoice } from "./unitMatch";
import { useUnitCombo } from "./useUnitCombo";

/** Props of {@link UnitCombo}; whatever else an <input> takes goes to it. */
export interface UnitComboFieldProps extends InputHTMLAttributes<HTMLInputElement> {
  label: string;
  units: readonly UnitChoice[];
  proposed?: readonly ProposedUnit[];
  multiple?: boolean;
  /** The element around the plain controls. */
  carrier: RefObject<HTMLElement>;
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

/** The field in which units are typed, over the plain controls that the form sends. */
export function UnitCombo(props: UnitComboFieldProps) {
  const { label, units, proposed, multiple = false, carrier, ...rest } = props;
  const { t, i18n } = useTranslation();
  const listId = useId();
  const [chosen, choose] = useCarried(carrier);
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
